package se.uppdragskollen.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Runs commands as the start script does, on a fixed day, and keeps what they say.
 *
 * @param status the exit status
 * @param out what went to standard output
 * @param err what went to standard error
 */
record Shell(int status, String out, String err) {

	static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

	static Shell run(String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Terminal terminal = new Terminal(new PrintStream(out, true, StandardCharsets.UTF_8),
				new PrintStream(err, true, StandardCharsets.UTF_8), false, false);
		Clock clock = Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
		int status = Main.run(terminal, clock, arguments);
		return new Shell(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

}
