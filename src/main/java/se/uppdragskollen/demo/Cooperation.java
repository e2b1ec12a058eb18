package se.uppdragskollen.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.report.Flag;

/**
 * The municipality, the hospital, psychiatry and the patients: what they say and what is
 * done together.
 */
final class Cooperation {

	static final List<Counterpart> COUNTERPARTS = List.of(Counterpart.MUNICIPALITY, Counterpart.HOSPITAL,
			Counterpart.PSYCHIATRY, Counterpart.PATIENTS);

	private Cooperation() {
	}

	static void fill(Draft draft) {
		switch (draft.period().kind()) {
			case QUARTER -> quarter(draft);
			case HALF_YEAR -> {
				views(draft);
				halfYear(draft);
			}
			case YEAR -> {
				views(draft);
				year(draft);
			}
			default -> {
				// nothing is asked for
			}
		}
	}

	private static void quarter(Draft draft) {
		double acg = draft.population().acg().doubleValue();
		double perThousand = 60 + 8 * draft.own("xray") + 2 * draft.noise("xray");
		double consulted = Math.max(0.6,
				3.6 + 1.1 * draft.own("econsult") + 1.3 * draft.years() + 0.3 * draft.noise("econsult"));
		draft.count("xray_referrals", draft.population().listed() * acg * perThousand / 1_000)
			.register("acg", "acg_index", draft.population().acg())
			.count("econsultations", draft.population().listed() * consulted / 1_000);
	}

	/** A year's signals are those of its last half-year. */
	private static void views(Draft draft) {
		Chance chance = draft.centre().chance();
		String half = PeriodKind.HALF_YEAR.at(draft.end()).toString();
		for (Counterpart from : COUNTERPARTS) {
			double opinion = chance.even("signal/" + from.word() + "/" + half)
					- 0.03 * Math.min(0, draft.traits().development());
			Flag flag = (opinion < 0.84) ? Flag.GREEN : (opinion < 0.985) ? Flag.YELLOW : Flag.RED;
			boolean agrees = chance.even("view/" + from.word() + "/" + half) < 0.8;
			Flag own = agrees ? flag : (flag == Flag.GREEN) ? Flag.YELLOW : Flag.GREEN;
			LocalDate date = draft.end().minusDays(chance.whole("signal/day/" + from.word() + "/" + half, 5, 40));
			String text = Voices.of(from, flag, chance.whole("signal/text/" + from.word() + "/" + half, 0, 1));
			view(draft, from, flag, own, text, date);
		}
	}

	/** What a counterpart says, and what the centre itself thinks of it. */
	static void view(Draft draft, Counterpart from, Flag flag, Flag own, String text, LocalDate date) {
		draft.signal(from, flag, null, text, date).put("own_view_" + from.word(), own.word());
	}

	private static void halfYear(Draft draft) {
		double listed = draft.population().listed();
		requests(draft, listed * 0.06,
				Math.min(100, 97.4 + 0.9 * draft.own("requests") + 0.5 * draft.noise("requests")));
		draft.put("municipal_doctor_agreement", !draft.lapse("doctor-agreement", 0.03));
		double again = 15 + 1.4 * draft.own("again") - 0.5 * draft.traits().continuity() - 0.5 * draft.years()
				+ 0.6 * draft.noise("again");
		double discharged = listed * 0.03 * (1 + 0.05 * draft.noise("discharged"));
		draft.register("care-statistics", "discharged_65", discharged, 0)
			.register("care-statistics", "readmitted_65", Math.round(discharged) * Math.max(5, again) / 100, 0);
	}

	/** How often the municipality needed a doctor, and in how many percent one came. */
	static void requests(Draft draft, double number, double percent) {
		LocalDate day = draft.end().minusDays(8);
		long all = Math.round(number);
		draft.register("municipality", "municipal_doctor_requests", BigDecimal.valueOf(all), day)
			.register("municipality", "municipal_doctor_requests_within_day",
					BigDecimal.valueOf(Math.round(all * percent / 100)), day);
	}

	private static void year(Draft draft) {
		draft.register("care-statistics", "primary_care_share",
				62 + 2 * draft.own("share") + 1.1 * draft.years() + 0.3 * draft.noise("share"), 1);
		long meetings = draft.lapse("mental", 0.06) ? draft.whole("mental/few", 1, 3)
				: draft.whole("mental/meetings", 4, 7);
		boolean agreement = !draft.lapse("mental/agreement", 0.04);
		draft.put("mental_health_agreement", agreement)
			.put("mental_health_partner", "Samtalsenheten " + draft.centre().municipality())
			.count("mental_health_meetings", meetings)
			.register("mental-health-unit", "mental_health_meetings",
					BigDecimal.valueOf(draft.seldom("mental/other", 0.05) ? Math.max(0, meetings - 2) : meetings));
		int since = draft.lapse("municipal/old", 0.05) ? draft.whole("municipal/old-days", 190, 300)
				: draft.whole("municipal/days", 15, 150);
		draft.count("municipal_meetings", draft.lapse("municipal", 0.04) ? 1 : draft.whole("municipal/meetings", 2, 6))
			.put("latest_municipal_meeting", draft.end().minusDays(since))
			.put("joint_municipal_plan", !draft.isOneOf("municipal/plan", 0.1 - 0.04 * draft.years()));
	}

}
