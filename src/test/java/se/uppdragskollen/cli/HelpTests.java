package se.uppdragskollen.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import se.uppdragskollen.language.Language;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code --help}: every command, option and argument has its words in both languages.
 */
class HelpTests {

	private final CommandLine line = Main.commands(silent(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

	@ParameterizedTest
	@EnumSource
	void everythingIsExplained(Language language) {
		Main.setLanguage(this.line, language);
		List<String> unexplained = new ArrayList<>();
		for (CommandLine command : all()) {
			CommandSpec spec = command.getCommandSpec();
			if (spec.usageMessage().description().length == 0) {
				unexplained.add(spec.qualifiedName());
			}
			for (ArgSpec argument : spec.args()) {
				if (argument.description().length == 0 || argument.description()[0].isBlank()) {
					unexplained.add(spec.qualifiedName() + " " + name(argument));
				}
			}
		}
		assertThat(unexplained).isEmpty();
	}

	@Test
	void noExplanationLiesUnused() {
		Set<String> unused = new TreeSet<>(bundle(Language.SV).keySet());
		unused.removeIf((key) -> key.startsWith("usage."));
		for (CommandLine command : all()) {
			CommandSpec spec = command.getCommandSpec();
			String prefix = spec.qualifiedName(".") + ".";
			unused.removeIf((key) -> key.startsWith(prefix + "usage."));
			for (ArgSpec argument : spec.args()) {
				unused.remove(prefix + name(argument));
				unused.remove(name(argument));
			}
		}
		assertThat(unused).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void helpOfEveryCommandIsInTheLanguageAskedFor(Language language) {
		for (CommandLine command : all()) {
			String name = command.getCommandName();
			List<String> arguments = new ArrayList<>(List.of("--help", "--language", language.code()));
			if (command.getParent() != null) {
				arguments.add(0, name);
			}
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8), silentStream(), false,
					false);
			int status = Main.run(terminal, Clock.systemUTC(), arguments.toArray(String[]::new));
			String said = out.toString(StandardCharsets.UTF_8);
			String first = bundle(language)
				.getString(command.getCommandSpec().qualifiedName(".") + ".usage.description.0");
			assertThat(status).isZero();
			assertThat(said.replaceAll("\\s+", " ")).contains(first.replaceAll("\\s+", " "))
				.contains((language == Language.SV) ? "Användning: uppdragskollen" : "Usage: uppdragskollen");
			assertThat(said.lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(100));
		}
	}

	private List<CommandLine> all() {
		List<CommandLine> all = new ArrayList<>(List.of(this.line));
		all.addAll(this.line.getSubcommands().values());
		return all;
	}

	private static String name(ArgSpec argument) {
		return (argument instanceof OptionSpec option) ? option.longestName().replaceFirst("^--", "")
				: argument.paramLabel();
	}

	private static ResourceBundle bundle(Language language) {
		return ResourceBundle.getBundle("se.uppdragskollen.cli.help_" + language.code());
	}

	private static Terminal silent() {
		return new Terminal(silentStream(), silentStream(), false, false);
	}

	private static PrintStream silentStream() {
		return new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
	}

}
