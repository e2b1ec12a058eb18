package se.uppdragskollen.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WorkingDaysTests {

	private static final WorkingDays DAYS = new WorkingDays();

	/** Weekdays only: that Saturdays and Sundays are none is tested below. */
	@ParameterizedTest(name = "{0}")
	@CsvSource({ "2024, 01-01 03-29 04-01 05-01 05-09 06-06 06-21 12-24 12-25 12-26 12-31",
			"2025, 01-01 01-06 04-18 04-21 05-01 05-29 06-06 06-20 12-24 12-25 12-26 12-31",
			"2026, 01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31" })
	void weekdaysThatAreNoWorkingDays(int year, String free) {
		List<String> found = LocalDate.of(year, 1, 1)
			.datesUntil(LocalDate.of(year + 1, 1, 1))
			.filter((day) -> day.getDayOfWeek().getValue() < 6 && !DAYS.isWorkingDay(day))
			.map((day) -> day.toString().substring(5))
			.toList();

		assertThat(String.join(" ", found)).isEqualTo(free);
	}

	@Test
	void saturdaysAndSundaysAreNone() {
		assertThat(LocalDate.of(2025, 1, 1)
			.datesUntil(LocalDate.of(2026, 1, 1))
			.filter((day) -> day.getDayOfWeek().getValue() >= 6)
			.filter(DAYS::isWorkingDay)).isEmpty();
	}

	@ParameterizedTest(name = "{0} + {1} = {2}: {3}")
	@CsvSource({ "2025-03-03, 5, 2025-03-10, an ordinary week", "2025-03-07, 1, 2025-03-10, over a weekend",
			"2025-03-08, 1, 2025-03-10, from a Saturday", "2025-03-08, 0, 2025-03-10, none from a Saturday",
			"2025-03-10, 0, 2025-03-10, none from a Monday",
			"2025-04-17, 1, 2025-04-22, from Maundy Thursday over Easter",
			"2025-04-11, 5, 2025-04-22, Maundy Thursday is the fourth",
			"2025-04-30, 1, 2025-05-02, over the first of May; the day after is one",
			"2025-05-28, 1, 2025-05-30, over Ascension Day; the Friday is one",
			"2025-06-05, 1, 2025-06-09, over the National Day; Whit Monday is one",
			"2025-06-18, 2, 2025-06-23, over Midsummer Eve", "2025-12-23, 1, 2025-12-29, over Christmas",
			"2025-12-19, 9, 2026-01-09, over Christmas and New Year and Epiphany",
			"2025-12-30, 1, 2026-01-02, over New Year", "2026-01-05, 1, 2026-01-07, over Epiphany" })
	void countsForwards(LocalDate from, int workingDays, LocalDate expected, String what) {
		assertThat(DAYS.plus(from, workingDays)).as(what).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0} - {1} = {2}: {3}")
	@CsvSource({ "2025-03-10, 5, 2025-03-03, an ordinary week", "2025-03-10, 1, 2025-03-07, over a weekend",
			"2025-03-09, 0, 2025-03-07, none from a Sunday", "2025-04-22, 1, 2025-04-17, over Easter",
			"2026-01-09, 9, 2025-12-19, over Christmas and New Year and Epiphany" })
	void countsBackwards(LocalDate to, int workingDays, LocalDate expected, String what) {
		assertThat(DAYS.minus(to, workingDays)).as(what).isEqualTo(expected);
	}

	@Test
	void refusesToCountTheOtherWay() {
		assertThatIllegalArgumentException().isThrownBy(() -> DAYS.plus(LocalDate.of(2025, 3, 10), -1))
			.withMessage("working days must not be negative: -1");
	}

	/** As in a pool's thread of the packed jar, whose loader sees no libraries. */
	@Test
	void answersInAThreadWhoseLoaderKnowsNothing() throws InterruptedException {
		AtomicReference<Object> answer = new AtomicReference<>();
		Thread thread = new Thread(() -> answer.set(DAYS.plus(LocalDate.of(2031, 12, 30), 1)));
		thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
		thread.setUncaughtExceptionHandler((one, thrown) -> answer.set(thrown));
		thread.start();
		thread.join();

		assertThat(answer.get()).isEqualTo(LocalDate.of(2032, 1, 2));
	}

}
