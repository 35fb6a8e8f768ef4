using Aksu.Cli.Invocation;

return await Tool.RunAsync(args);
