package planted.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Asks the machine for the time in every way there is. */
final class AsksTheTime {

	private AsksTheTime() {
	}

	static LocalDate today() {
		return LocalDate.now();
	}

	static LocalDate todayThere() {
		return LocalDate.now(ZoneId.of("Europe/Stockholm"));
	}

	static Instant now() {
		return Instant.now();
	}

	static long milliseconds() {
		return System.currentTimeMillis();
	}

}
