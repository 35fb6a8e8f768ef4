System.Console.WriteLine("aksu");
