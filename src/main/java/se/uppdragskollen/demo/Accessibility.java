package se.uppdragskollen.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * Hours, calls, waits, closings.
 */
final class Accessibility {

	private static final double[] SEASON = { 1.06, 1.04, 1.05, 1.0, 0.98, 0.95, 0.72, 0.92, 1.03, 1.06, 1.08, 1.0 };

	private static final double[] WAITS = { -0.8, -0.4, 0, 0.4, 0.6, -0.4, -1.6, -0.8, 0.4, 0.6, 0.6, 0.2 };

	private Accessibility() {
	}

	static void fill(Draft draft) {
		switch (draft.period().kind()) {
			case MONTH -> month(draft);
			case QUARTER -> {
				hours(draft);
				closing(draft);
			}
			case YEAR -> year(draft);
			default -> {
				// nothing is asked for
			}
		}
	}

	private static void month(Draft draft) {
		int month = draft.end().getMonthValue() - 1;
		double listed = draft.population().listed();
		double answered = 96.3 + 1.3 * draft.traits().access() + 2.1 * draft.own("calls") + 1.2 * draft.noise("calls");
		draft.share("calls_answered_same_day", "calls_incoming",
				listed * 0.26 * SEASON[month] * (1 + 0.04 * draft.noise("calls/number")), Math.min(99.8, answered));
		double access = draft.traits().access();
		// Shares have a long tail downwards: most are near the target, some far below.
		double level = 90.2 + ((access < 0) ? 6 : 1.6) * access + 0.5 * draft.own("assessed/drift") * draft.years();
		assessed(draft, listed * 0.058 * SEASON[month] * (1 + 0.04 * draft.noise("assessed")),
				level + WAITS[month] + 1.7 * draft.noise("assessed/share"));
		if (draft.seldom("assessed/register", 0.03)) {
			register(draft, draft.whole("assessed/off", 15, 40) / 10.0);
		}
	}

	/** Assessed patients, and the waiting-time register's figure beside them. */
	static void assessed(Draft draft, double total, double percent) {
		draft.share("assessed_within_3_days", "assessed_total", total, Math.min(99, Math.max(70, percent)));
		register(draft, 0.2 * draft.noise("assessed/near"));
	}

	private static void register(Draft draft, double off) {
		double share = 100.0 * draft.number("assessed_within_3_days") / draft.number("assessed_total");
		draft.register("waiting-time-register", "assessed_share",
				BigDecimal.valueOf(Math.round(10 * Math.min(100, share + off)), 1), draft.end().plusDays(5));
	}

	private static void hours(Draft draft) {
		Opening opening = Opening.of(draft.centre(), draft.end());
		String days = draft.centre().isFilial() ? "Onsdag–torsdag" : "Måndag–fredag";
		LocalTime phoneCloses = draft.lapse("phone/late", 0.02) ? opening.closes().plusMinutes(30)
				: opening.closes().minusHours(1);
		LocalTime phoneOpens = LocalTime.of(8, 0);
		String phone = days + " 8.00–" + clock(phoneCloses);
		boolean callback = !draft.isOneOf("phone/none", 0.05) || Cast.includes(draft.centre().index());
		draft.put("opening_hours_per_week", opening.hours())
			.put("weekdays_open", BigDecimal.valueOf(opening.days()))
			.put("opens_at", opening.opens())
			.put("closes_at", opening.closes())
			.put("phone_system", !callback ? "none" : draft.isOneOf("phone/exchange", 0.1) ? "exchange" : "callback")
			.put("phone_hours", phone)
			.put("chat_hours", draft.lapse("chat", 0.05) ? days + " 9.00–15.00" : phone)
			.put("phone_opens_at", phoneOpens)
			.put("phone_closes_at", phoneCloses);
		if ("callback".equals(draft.value("phone_system"))) {
			double wait = 34 - 6 * draft.traits().access() + 9 * draft.own("callback") + 4 * draft.noise("callback");
			draft.decimal("callback_wait_median", Math.max(4, wait), 0);
		}
		BigDecimal shown = draft.lapse("1177", 0.03) ? opening.hours().subtract(BigDecimal.valueOf(25, 1))
				: opening.hours();
		draft.register("1177", "opening_hours_per_week", shown);
	}

	private static String clock(LocalTime time) {
		return time.getHour() + ((time.getMinute() == 0) ? ".00" : "." + time.getMinute());
	}

	private static void closing(Draft draft) {
		boolean beforeSummer = draft.end().getMonthValue() == 6;
		boolean closes = beforeSummer && draft.isOneOf("closing", 0.2) && !Cast.includes(draft.centre().index());
		draft.put("planned_closing", closes);
		if (closes) {
			LocalDate first = LocalDate.of(draft.end().getYear(), 7, 1).plusDays(draft.whole("closing/first", 0, 14));
			closing(draft, first, draft.whole("closing/days", 12, 30), draft.whole("closing/notice", 25, 80),
					Centres.unit(Math.max(0, draft.centre().index() - 1)));
			draft.put("closing_receiver_confirmed", !draft.seldom("closing/unconfirmed", 0.1));
		}
	}

	/** A closing of that many days, notified that many days before it. */
	static void closing(Draft draft, LocalDate first, int days, int notice, String receiver) {
		draft.put("planned_closing", true)
			.put("closing_from", first)
			.put("closing_to", first.plusDays(days - 1L))
			.put("closing_notified", first.minusDays(notice))
			.put("closing_refers_to", receiver)
			.put("closing_receiver_confirmed", true);
	}

	private static void year(Draft draft) {
		boolean alone = draft.lapse("out-of-hours", 0.04);
		draft.put("out_of_hours_agreement", !alone)
			.put("out_of_hours_duties",
					(alone || draft.end().getYear() > 2024) ? List.of("weekend_and_holiday")
							: List.of("weekday_evening", "weekend_and_holiday"))
			.put("out_of_hours_partners",
					draft.isOneOf("out-of-hours/1177", 0.3)
							? List.of("health_line_1177", "neighbouring_centres", "weekend_centre")
							: List.of("neighbouring_centres", "weekend_centre"))
			.put("offers_physical_visits", true)
			.put("offers_video_visits", !draft.lapse("video", 0.04));
	}

}
