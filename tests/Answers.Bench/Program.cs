Console.WriteLine("See src/README.md.");
