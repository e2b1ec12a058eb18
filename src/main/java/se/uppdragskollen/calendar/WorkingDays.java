package se.uppdragskollen.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;

/**
 * Counts Swedish working days (arbetsdagar), for deadlines and reminders. No working days
 * are Saturdays, Sundays and the public holidays of the act on public holidays (lagen
 * 1989:253 om allmänna helgdagar), nor the eves of Midsummer, Christmas and New Year: the
 * act on counting statutory time (lagen 1930:173 om beräkning av lagstadgad tid, 2 §)
 * lets a deadline on any of these days wait for the next weekday, and the annual leave
 * act (semesterlagen 1977:480, 3 a §) treats the three eves as Sundays. Maundy Thursday,
 * the eve of Epiphany and days squeezed between holidays are working days.
 *
 * <p>
 * The days come from a kept holiday library that knows Easter and Midsummer. Making one
 * reads its tables; asking is cheap and safe from several threads, so make it once.
 */
public final class WorkingDays {

	private final HolidayManager holidays = HolidayManager
		.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));

	/** Whether people are at work that day. */
	public boolean isWorkingDay(LocalDate day) {
		return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
				&& !this.holidays.isHoliday(day);
	}

	/**
	 * The last day of a time that begins with an event: the day of the event is not
	 * counted, so one working day after a Friday is the Monday.
	 * @param from the day of the event, which need not be a working day
	 * @param workingDays how many working days, not negative; none gives the day itself,
	 * or the next working day
	 */
	public LocalDate plus(LocalDate from, int workingDays) {
		return count(from, workingDays, 1);
	}

	/**
	 * The working day that lies so many working days before another day, which is not
	 * counted: one working day before a Monday is the Friday.
	 * @param to the day to count from, which need not be a working day
	 * @param workingDays how many working days, not negative; none gives the day itself,
	 * or the last working day before it
	 */
	public LocalDate minus(LocalDate to, int workingDays) {
		return count(to, workingDays, -1);
	}

	private LocalDate count(LocalDate start, int workingDays, int step) {
		if (workingDays < 0) {
			throw new IllegalArgumentException("working days must not be negative: " + workingDays);
		}
		LocalDate day = start;
		int left = workingDays;
		while (left > 0 || !isWorkingDay(day)) {
			day = day.plusDays(step);
			if (left > 0 && isWorkingDay(day)) {
				left--;
			}
		}
		return day;
	}

}
