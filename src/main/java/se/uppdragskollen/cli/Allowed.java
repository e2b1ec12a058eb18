package se.uppdragskollen.cli;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import picocli.CommandLine;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Messages;

/**
 * What an argument may be, for whoever gave another.
 */
final class Allowed {

	private static final int HIGHEST_PORT = 65_535;

	private Allowed() {
	}

	/** What would have been taken, where it can be said. */
	static Optional<Object> by(CommandLine.ParameterException ex) {
		CommandLine.Model.ArgSpec argument = ex.getArgSpec();
		if (argument == null || ex.getValue() == null) {
			return Optional.empty();
		}
		Class<?> type = argument.type();
		if (type.isEnum()) {
			return Optional
				.of(Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", ")));
		}
		return Optional.ofNullable(said(argument, type));
	}

	private static @org.jspecify.annotations.Nullable Bilingual said(CommandLine.Model.ArgSpec argument,
			Class<?> type) {
		if (argument instanceof CommandLine.Model.OptionSpec option && option.longestName().endsWith("port")) {
			return Messages.both("allowed.port");
		}
		if (type == LocalDate.class) {
			return Messages.both("allowed.day");
		}
		if (type == YearMonth.class) {
			return Messages.both("allowed.month");
		}
		boolean number = type == int.class || type == long.class || type == Integer.class || type == Long.class;
		return number ? Messages.both("allowed.whole-number") : null;
	}

	/**
	 * Refuses a port that there is none of.
	 * @throws CommandLine.ParameterException when it is out of range
	 */
	static void port(CommandLine line, String option, @org.jspecify.annotations.Nullable Integer port) {
		if (port != null && (port < 0 || port > HIGHEST_PORT)) {
			throw new CommandLine.ParameterException(line, "no port", null, line.getCommandSpec().findOption(option),
					port.toString());
		}
	}

}
