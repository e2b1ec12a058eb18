package se.uppdragskollen.cli;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.ResourceBundle;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import se.uppdragskollen.document.Suggestions;
import se.uppdragskollen.language.Language;

/**
 * The command line: {@code uppdragskollen <command> …}.
 */
@Command(name = "uppdragskollen", resourceBundle = "se.uppdragskollen.cli.help_sv", sortOptions = false,
		version = "Uppdragskollen " + se.uppdragskollen.evaluation.EvaluationResult.ENGINE)
public final class Main implements Runnable {

	@CommandLine.Mixin
	private final Options options = new Options();

	@CommandLine.Option(names = "--version", versionHelp = true)
	private boolean version;

	@CommandLine.Spec
	private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

	private Main() {
	}

	/** Runs a command and exits with its status. */
	public static void main(String[] arguments) {
		Terminal terminal = Terminal.ofSystem();
		int status;
		try {
			status = run(terminal, Clock.systemDefaultZone(), arguments);
		}
		catch (OutOfMemoryError | StackOverflowError ex) {
			terminal.note("cli.failure", ex.getClass().getSimpleName());
			status = Exit.CANNOT_RUN;
		}
		if (!terminal.finish()) {
			terminal.note("cli.output-lost");
			status = Exit.CANNOT_RUN;
		}
		System.exit(status);
	}

	static int run(Terminal terminal, Clock clock, String... arguments) {
		Language language = language(arguments);
		terminal.speak(language);
		CommandLine line = commands(terminal, clock);
		setLanguage(line, language);
		line.setParameterExceptionHandler((ex, given) -> complain(terminal, ex));
		line.setExecutionExceptionHandler((ex, command, result) -> failure(terminal, ex));
		line.setOut(new java.io.PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
		line.setExpandAtFiles(false);
		line.setUsageHelpAutoWidth(false).setUsageHelpWidth(100);
		line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
		return line.execute(arguments);
	}

	static CommandLine commands(Terminal terminal, Clock clock) {
		return new CommandLine(new Main()).addSubcommand("check", new CheckCommand(terminal, clock))
			.addSubcommand("lint", new LintCommand(terminal))
			.addSubcommand("test", new TestCommand(terminal))
			.addSubcommand("diff", new DiffCommand(terminal))
			.addSubcommand("mutate", new MutateCommand(terminal))
			.addSubcommand("verify", new VerifyCommand(terminal, clock))
			.addSubcommand("schema", new SchemaCommand(terminal))
			.addSubcommand("demo", new DemoCommand(terminal))
			.addSubcommand("serve", new ServeCommand(terminal))
			.addSubcommand("audit", new AuditCommand(terminal))
			.addSubcommand("backup", new BackupCommand(terminal, clock))
			.addSubcommand("restore", new RestoreCommand(terminal));
	}

	/** The help's words; the language must be known before the arguments are parsed. */
	static void setLanguage(CommandLine line, Language language) {
		ResourceBundle bundle = ResourceBundle.getBundle("se.uppdragskollen.cli.help_" + language.code(), Locale.ROOT);
		line.setResourceBundle(bundle);
		line.getSubcommands().values().forEach((command) -> command.setResourceBundle(bundle));
	}

	private static Language language(String[] arguments) {
		for (int i = 0; i < arguments.length; i++) {
			String value = arguments[i].startsWith("--language=") ? arguments[i].substring("--language=".length())
					: (arguments[i].equals("--language") && i + 1 < arguments.length) ? arguments[i + 1] : "";
			if (Language.ofCode(value).isPresent()) {
				return Language.ofCode(value).orElseThrow();
			}
		}
		return Language.SV;
	}

	private static int complain(Terminal terminal, CommandLine.ParameterException ex) {
		CommandLine command = ex.getCommandLine();
		String name = command.getCommandSpec().qualifiedName(" ");
		if (ex instanceof CommandLine.MissingParameterException missing) {
			terminal.note("cli.missing", missing.getMissing()
				.stream()
				.map((one) -> one.isOption() ? ((CommandLine.Model.OptionSpec) one).longestName() : one.paramLabel())
				.toList());
		}
		else if (ex instanceof CommandLine.UnmatchedArgumentException unmatched) {
			String word = unmatched.getUnmatched().get(0);
			terminal.note("cli.unknown", word);
			java.util.List<String> known = new java.util.ArrayList<>(command.getSubcommands().keySet());
			command.getCommandSpec().options().forEach((option) -> known.add(option.longestName()));
			Suggestions.nearest(word, known).ifPresent((one) -> terminal.note("problem.did-you-mean", one));
		}
		else {
			terminal.note("cli.bad-argument", name(ex));
			Allowed.by(ex).ifPresent((allowed) -> {
				terminal.note("problem.found", String.valueOf(ex.getValue()));
				terminal.note("problem.allowed", allowed);
			});
		}
		terminal.note("cli.see-help", name);
		return Exit.CANNOT_RUN;
	}

	private static String name(CommandLine.ParameterException ex) {
		CommandLine.Model.ArgSpec argument = ex.getArgSpec();
		if (argument == null) {
			return String.valueOf(ex.getValue());
		}
		return (argument instanceof CommandLine.Model.OptionSpec option) ? option.longestName() : argument.paramLabel();
	}

	private static int failure(Terminal terminal, Exception ex) {
		if (ex instanceof se.uppdragskollen.evaluation.RuleBooks.UncompilableException uncompilable) {
			terminal.problems(uncompilable.problems());
		}
		else if (ex instanceof se.uppdragskollen.operation.CannotRunException cannot) {
			terminal.note(cannot);
		}
		else if (ex instanceof java.io.IOException || ex instanceof java.io.UncheckedIOException) {
			terminal.note("cli.io", String.valueOf(ex.getMessage()));
		}
		else {
			terminal.note("cli.failure", ex.getClass().getSimpleName() + ": " + ex.getMessage());
			if (Boolean.getBoolean("uppdragskollen.debug")) {
				ex.printStackTrace();
			}
		}
		return Exit.CANNOT_RUN;
	}

	@Override
	public void run() {
		if (this.spec != null) {
			this.spec.commandLine().usage(this.spec.commandLine().getOut());
		}
	}

}
