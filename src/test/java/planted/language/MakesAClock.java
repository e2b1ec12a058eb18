package planted.language;

import java.time.Clock;
import java.time.LocalDate;

/** Makes the clock that it should have been given. */
final class MakesAClock {

	private MakesAClock() {
	}

	static LocalDate today() {
		return LocalDate.now(Clock.systemUTC());
	}

}
