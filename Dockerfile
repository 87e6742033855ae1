# The steps are those of infra/container.sh; .ci/run tries them without a container engine.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN bash infra/container.sh publish /app && bash infra/container.sh size /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Reads PDF files into the knowledge base.
RUN apt-get update && apt-get install -y --no-install-recommends poppler-utils && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app /app
COPY infra/container.sh /app/container.sh
# A new volume takes its owner from here.
RUN install -d -o 1654 -g 1654 -m 700 /data
ENV ASPNETCORE_HTTP_PORTS=8080 \
    Bot__Database__ConnectionString="Data Source=/data/icsguide.db" \
    Bot__Knowledge__Models=/data/models \
    Bot__AzureAnswers__Exports=/data/azure-exports \
    TMPDIR=/data \
    DOTNET_EnableDiagnostics=0
VOLUME /data
EXPOSE 8080
USER 1654:1654
# The first start builds the answer model.
HEALTHCHECK --interval=30s --timeout=5s --start-period=90s CMD ["bash", "/app/container.sh", "health"]
ENTRYPOINT ["bash", "/app/container.sh", "serve", "/app"]
