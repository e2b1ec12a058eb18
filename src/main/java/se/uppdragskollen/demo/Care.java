package se.uppdragskollen.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Agreements, home visits, the patients' survey and the centre's view of itself.
 */
final class Care {

	private static final List<String> MODEL = List.of("none", "started", "in_use", "evaluated");

	private static final List<String> PARTICIPATION = List.of("none", "survey", "council", "co_creation");

	private static final List<String> EXAMPLES = List.of("Patientrådet fick oss att ändra skyltarna i entrén.",
			"Efter enkäten öppnar telefonen en halvtimme tidigare.",
			"Patienter har skrivit om kallelserna tillsammans med oss.");

	private static final List<String> MOTIVATIONS = List.of(
			"Vi har fasta team för dem med störst behov och har börjat med hälsosamtal. Samordningen med kommunen är nästa steg.",
			"Halva personalen har gått utbildningen i personcentrerat arbetssätt. Vi märker det i hur besöken planeras.",
			"Vi har kommit olika långt. Kontinuiteten är god för de sjukaste men resten väntar på en fast läkare.");

	private static final String MODEL_EXAMPLES = "Grupp 1 får rådgivning i telefon. Grupp 2 får en samlad bedömning. "
			+ "Grupp 3 har fast sköterska. Grupp 4 har plan och vårdsamordnare.";

	private Care() {
	}

	static void fill(Draft draft) {
		switch (draft.period().kind()) {
			case QUARTER -> homeVisits(draft);
			case HALF_YEAR -> halfYear(draft);
			case YEAR -> {
				survey(draft);
				shifts(draft);
				shown(draft);
			}
			default -> {
				// nothing is asked for
			}
		}
	}

	private static void homeVisits(Draft draft) {
		double perHundred = Math.max(6,
				35 + 8 * draft.own("home") + 2 * draft.traits().development() + 2.5 * draft.noise("home"));
		double visits = perHundred / 100 * draft.population().complex();
		draft.count("home_visits_doctor", visits * 0.16).count("home_visits_nurse", visits * 0.84);
	}

	private static void halfYear(Draft draft) {
		double agreed = 34 + 5 * draft.own("agreed") + 3 * draft.traits().development() + 5 * draft.years()
				+ 0.8 * draft.noise("agreed");
		draft.share("chronic_patients_with_agreement", "chronic_patients", draft.population().listed() * 0.15,
				Math.min(88, agreed));
		double far = 1.45 + 0.4 * draft.traits().development() + 0.6 * draft.years();
		String model = MODEL.get((int) Math.max(0, Math.min(3, Math.round(far))));
		draft.put("priority_model", model);
		if (!model.equals("none") && !draft.lapse("model/examples", 0.05)) {
			draft.put("priority_model_examples", MODEL_EXAMPLES);
		}
	}

	/** The survey is made in odd years; in even years the register has nothing new. */
	private static void survey(Draft draft) {
		int year = draft.end().getYear();
		if (year % 2 == 0) {
			return;
		}
		double content = draft.traits().satisfaction();
		long answers = Math.round(Math.min(220, 40 + draft.population().listed() * 0.012 + 8 * draft.noise("npe")));
		double overall = 82 + 3.6 * content + 0.8 * draft.noise("npe/overall");
		survey(draft, draft.centre().isFilial() ? 14 : Math.max(21, answers), overall,
				overall - 0.4 + 1.5 * draft.noise("npe/before"),
				71 + 2.5 * content + 2 * draft.traits().continuity() + 0.8 * draft.noise("npe/continuity"),
				79 + 3 * content + draft.noise("npe/involvement"));
	}

	/** What the patients' survey says; the same day for all centres. */
	static void survey(Draft draft, long answers, double overall, double before, double continuity,
			double involvement) {
		LocalDate day = LocalDate.of(draft.end().getYear(), 11, 30);
		draft.register("npe", "npe_answers", BigDecimal.valueOf(answers), day)
			.register("npe", "npe_overall", index(overall), day)
			.register("npe", "npe_overall_previous", index(before), day)
			.register("npe", "npe_continuity", index(continuity), day)
			.register("npe", "npe_involvement", index(involvement), day);
	}

	private static BigDecimal index(double value) {
		return BigDecimal.valueOf(Math.round(10 * Math.max(0, Math.min(100, value))), 1);
	}

	private static void shifts(Draft draft) {
		double far = 3 + 0.7 * draft.traits().development() + 0.25 * draft.years();
		draft.put("shift_relation", mark(far + 0.5 * draft.own("shift/relation")))
			.put("shift_prevention", mark(far - 0.4 + 0.5 * draft.own("shift/prevention")))
			.put("shift_coherence", mark(far + 0.5 * draft.own("shift/coherence")))
			.put("shift_co_creation", mark(far - 0.5 + 0.5 * draft.own("shift/co-creation")))
			.put("shift_motivation", draft.lapse("shift/short", 0.04) ? "Det går framåt."
					: MOTIVATIONS.get(draft.whole("shift/motivation", 0, MOTIVATIONS.size() - 1)));
	}

	private static BigDecimal mark(double value) {
		return BigDecimal.valueOf(Math.max(1, Math.min(5, Math.round(value))));
	}

	private static void shown(Draft draft) {
		long form = Math.max(0,
				Math.min(3, Math.round(1.4 + 0.7 * draft.traits().development() + 0.2 * draft.years())));
		draft.put("patient_participation", PARTICIPATION.get((int) form));
		if (form > 0) {
			draft.put("patient_participation_example",
					EXAMPLES.get(draft.whole("participation", 0, EXAMPLES.size() - 1)));
		}
		draft.put("public_data_approved", !draft.lapse("public", 0.04))
			.put("public_data_fields",
					draft.isOneOf("public/few", 0.05) ? List.of("opening_hours", "telephone", "three_days")
							: List.of("opening_hours", "overall_impression", "telephone", "three_days"));
		if (draft.isOneOf("public/comment", 0.3)) {
			draft.put("public_comment", "Vi har fått två nya läkare under året och väntar kortare köer.");
		}
	}

}
