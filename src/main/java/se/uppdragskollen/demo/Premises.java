package se.uppdragskollen.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * Premises, equipment, hygiene and preparedness; living habits and medicines.
 */
final class Premises {

	private static final List<String> FACILITIES = List.of("accessible_toilet", "hearing_loop", "lift_or_ground_floor");

	private static final List<String> EQUIPMENT = List.of("adrenaline", "breathing_mask", "defibrillator", "oxygen",
			"suction");

	private static final List<String> DIAGNOSTICS = List.of("blood_pressure_24h", "blood_samples", "crp", "ecg",
			"otoscope", "spirometry", "urine_dipstick");

	private Premises() {
	}

	static void fill(Draft draft) {
		switch (draft.period().kind()) {
			case QUARTER -> quarter(draft);
			case HALF_YEAR -> livingHabits(draft);
			case YEAR -> year(draft);
			default -> {
				// nothing is asked for
			}
		}
	}

	private static void quarter(Draft draft) {
		int sinceCheck = draft.lapse("equipment/check", 0.04) ? draft.whole("equipment/old", 33, 60)
				: draft.whole("equipment/days", 1, 28);
		draft.put("emergency_equipment", draft.lapse("equipment", 0.03) ? EQUIPMENT.subList(0, 4) : EQUIPMENT)
			.put("emergency_equipment_checked", draft.end().minusDays(sinceCheck));
		double correct = 82 + 6 * draft.own("hygiene") + 1.5 * draft.years() + 3 * draft.noise("hygiene");
		draft.share("hygiene_observations_correct", "hygiene_observations",
				draft.lapse("hygiene/few", 0.03) ? 8 : draft.whole("hygiene/number", 20, 48),
				Math.min(98, Math.max(60, correct)));
		boolean below = draft.number("hygiene_observations_correct") * 100 < draft.number("hygiene_observations") * 80;
		draft.put("hygiene_action_plan", below && !draft.lapse("hygiene/plan", 0.2));
		LocalDate plan = LocalDate.of(2021, 9, 1).plusDays(draft.centre().chance().whole("plan", 0, 400));
		int every = draft.isOneOf("plan/seldom", 0.15) ? 26 : 22;
		while (!plan.plusMonths(every).isAfter(draft.end())) {
			plan = plan.plusMonths(every);
		}
		draft.put("preparedness_plan_updated", plan);
	}

	private static void year(Draft draft) {
		LocalDate reviewed = LocalDate.of(2021, 1, 15).plusDays(draft.centre().chance().whole("reviewed", 0, 700));
		int every = draft.isOneOf("reviewed/seldom", 0.12) ? 46 : 34;
		while (!reviewed.plusMonths(every).isAfter(draft.end())) {
			reviewed = reviewed.plusMonths(every);
		}
		long devices = Math.max(12, Math.round(20 + draft.population().listed() / 150.0));
		long unchecked = draft.lapse("devices/many", 0.02) ? devices / 7
				: draft.lapse("devices", 0.15) ? draft.whole("devices/unchecked", 1, 3) : 0;
		draft.put("accessibility_reviewed", reviewed)
			.put("accessibility_facilities",
					draft.isOneOf("facilities", 0.06) ? List.of("accessible_toilet", "lift_or_ground_floor")
							: FACILITIES)
			.count("devices_total", devices)
			.count("devices_checked_in_time", devices - unchecked)
			.put("diagnostics_offered", draft.isOneOf("diagnostics", 0.07) ? DIAGNOSTICS.subList(1, 7) : DIAGNOSTICS);
		double reviews = 78 + 4 * draft.own("reviews") + 1.5 * draft.traits().development() + draft.noise("reviews");
		draft.share("medication_reviews", "medication_review_patients", draft.population().listed() * 0.06, reviews);
	}

	private static void livingHabits(Draft draft) {
		double documented = 48 + 6 * draft.own("habits") + 3 * draft.traits().development() + 2.5 * draft.years()
				+ 0.8 * draft.noise("habits");
		draft.share("lifestyle_documented", "lifestyle_patients",
				draft.population().listed() * 0.42 * (1 + 0.02 * draft.noise("habits/patients")),
				Math.min(92, documented));
		double advised = Math.max(2, 10 + 1.8 * draft.own("habits/advised") + 0.4 * draft.noise("habits/advised"));
		draft.count("lifestyle_advised", draft.number("lifestyle_patients") * advised / 100);
	}

}
