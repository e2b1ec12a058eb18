package se.uppdragskollen.demo;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import se.uppdragskollen.assignment.PeriodKind;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.demo.Story.Expected;
import se.uppdragskollen.evaluation.OutcomeKind;

/**
 * The stories about the basic requirements, and the list of all.
 */
final class Stories {

	private Stories() {
	}

	static List<Story> all() {
		List<Story> all = new ArrayList<>(List.of(unknownSpecialist(), otherHoursOn1177(), filial(), exemptionRunsOut(),
				lateReporter(), decimalCommas(), hoursRaised(), phasedIn(), fallingMonths(), twins()));
		all.addAll(CareStories.all());
		return all;
	}

	static boolean is(Draft draft, String... periods) {
		return List.of(periods).contains(draft.period().toString());
	}

	/** A report that was never handed in; it plants nothing but makes the story's gap. */
	private static void nothing(Draft draft) {
		// what makes the story is planned elsewhere
	}

	private static Story unknownSpecialist() {
		int centre = Cast.CARELESS;
		return new Story("unknown-specialist", centre, "2024-01",
				List.of(Expected.notMet(centre, "2024-Q1", "G11", Severity.RED),
						Expected.notMet(centre, "2024-Q2", "G11", Severity.RED),
						Expected.of(centre, "2024-Q3", "G11", OutcomeKind.MET)),
				(draft) -> {
					Competence.staff(draft, 1, 0);
					draft.count("gp_specialists_with_contract", draft.number("gp_specialists"));
					if (is(draft, "2024-Q1", "2024-Q2")) {
						draft.put("gp_specialist_names", "Torsten Påhittson 000000")
							.register("licence-register", "gp_specialists", BigDecimal.ZERO);
					}
				});
	}

	private static Story otherHoursOn1177() {
		int centre = Cast.SLIPPING;
		return new Story("other-hours-on-1177", centre, "2024-06",
				List.of(Expected.notMet(centre, "2024-Q2", "G06", Severity.YELLOW),
						Expected.of(centre, "2024-Q2", "G22", OutcomeKind.MET),
						Expected.of(centre, "2024-Q3", "G06", OutcomeKind.MET)),
				(draft) -> {
					BigDecimal hours = Opening.of(draft.centre(), draft.end()).hours();
					draft.put("contact_card_reviewed", draft.end().minusDays(20))
						.register("1177", "opening_hours_per_week",
								is(draft, "2024-Q2") ? hours.subtract(BigDecimal.valueOf(5)) : hours);
				});
	}

	private static Story filial() {
		int centre = Cast.FILIAL;
		return new Story("filial", centre, "2024-06", List.of(Expected.notMet(centre, "2024-Q2", "G22", Severity.RED),
				Expected.notMet(centre, "2024-Q2", "G28", Severity.YELLOW)), (draft) -> {
					if (draft.period().kind() == PeriodKind.QUARTER && draft.end().getMonthValue() == 6) {
						Accessibility.closing(draft, draft.end().withDayOfMonth(24), 56, 53,
								Centres.unit(Cast.DECIMAL_COMMA));
					}
				});
	}

	private static Story exemptionRunsOut() {
		int centre = Cast.SHARING;
		return new Story("exemption-runs-out", centre, "2024-09",
				List.of(Expected.of(centre, "2024-Q3", "G12", OutcomeKind.EXEMPT),
						Expected.notMet(centre, "2024-Q4", "G12", Severity.RED)),
				(draft) -> {
					if (is(draft, "2024-Q3", "2024-Q4")) {
						Competence.onSite(draft, BigDecimal.valueOf(36));
					}
					if (is(draft, "2024-Q3")) {
						draft.exempt("G12", draft.period().from(), draft.end(),
								"En specialist har slutat; efterträdaren börjar den 1 oktober.");
					}
				});
	}

	private static Story lateReporter() {
		int centre = Cast.CARELESS;
		return new Story("late-reporter", centre, "2024-05",
				List.of(Expected.notMet(centre, "2024-Q2", "G08", Severity.WHITE),
						Expected.notMet(centre, "2024-Q4", "G08", Severity.YELLOW),
						Expected.of(centre, "2024-10", "G25", OutcomeKind.NOT_ASSESSABLE)),
				(draft) -> {
					if (is(draft, "2024-10")) {
						Accessibility.assessed(draft, draft.number("assessed_total"), 95);
					}
				});
	}

	private static Story decimalCommas() {
		int centre = Cast.DECIMAL_COMMA;
		List<Expected> expected = List.of(Expected.of(centre, DecimalCommaFile.PERIOD, "G22", OutcomeKind.MET),
				Expected.of(centre, DecimalCommaFile.PERIOD, "G06", OutcomeKind.NOT_ASSESSABLE));
		return new Story("decimal-commas", List.of(centre), YearMonth.of(2025, 3), expected, DecimalCommaFile.NAME,
				(draft) -> draft.put("contact_card_reviewed", draft.end().minusDays(15)));
	}

	private static Story hoursRaised() {
		int centre = Cast.OLD_HOURS;
		return new Story("hours-raised", centre, "2024-12",
				List.of(Expected.of(centre, "2024-Q4", "G22", OutcomeKind.MET),
						Expected.notMet(centre, "2025-Q1", "G22", Severity.RED)),
				Stories::nothing);
	}

	private static Story phasedIn() {
		int centre = Cast.SMALL;
		return new Story("phased-in", centre, "2023-12",
				List.of(Expected.of(centre, "2023-Q4", "G12", OutcomeKind.MET),
						Expected.notMet(centre, "2024-Q1", "G12", Severity.RED),
						Expected.of(centre, "2023-Q4", "G21", OutcomeKind.NOT_APPLICABLE),
						Expected.notMet(centre, "2024-Q1", "G21", Severity.YELLOW),
						Expected.of(centre, "2024-Q3", "G21", OutcomeKind.MET),
						Expected.notMet(centre, "2025-Q1", "G21", Severity.RED),
						Expected.of(centre, "2025-Q2", "G21", OutcomeKind.MET)),
				(draft) -> {
					boolean started = !draft.end().isBefore(YearMonth.of(2024, 9).atEndOfMonth());
					boolean licensedOnly = draft.end().isAfter(YearMonth.of(2025, 3).atEndOfMonth());
					if (draft.end().getYear() < 2025) {
						Competence.onSite(draft, BigDecimal.valueOf(27));
					}
					draft.put("licensed_doctor_other_hours", true)
						.put("triage_change_started", started)
						.count("referrals_received", 12)
						.count("referrals_triaged_by_licensed", licensedOnly ? 12 : 9);
				});
	}

	private static Story fallingMonths() {
		int centre = Cast.SLIPPING;
		return new Story("falling-months", centre, "2024-08",
				List.of(Expected.notMet(centre, "2024-11", "G25", Severity.WHITE)), (draft) -> {
					double percent = switch (draft.period().toString()) {
						case "2024-08" -> 93;
						case "2024-09" -> 97;
						case "2024-10" -> 94.5;
						case "2024-11" -> 92;
						default -> 0;
					};
					if (percent > 0) {
						Accessibility.assessed(draft, draft.number("assessed_total"), percent);
					}
				});
	}

	private static Story twins() {
		List<Integer> both = List.of(Cast.REGIONAL_TWIN, Cast.PRIVATE_TWIN);
		List<Expected> expected = both.stream()
			.flatMap((centre) -> Stream.of(Expected.notMet(centre, "2024-10", "G24", Severity.YELLOW),
					Expected.of(centre, "2024-Q4", "G13", OutcomeKind.MET),
					Expected.notMet(centre, "2025-Q1", "G13", Severity.YELLOW)))
			.toList();
		return new Story("public-and-private-twins", both, YearMonth.of(2024, 9), expected, DemoRegion.REPORTS,
				(draft) -> {
					if (draft.period().kind() == PeriodKind.QUARTER) {
						Competence.staff(draft, draft.population().listed() / 1_620.0 - 0.5, 1);
					}
					if (is(draft, "2024-10")) {
						draft.share("calls_answered_same_day", "calls_incoming", draft.number("calls_incoming"), 86);
					}
				});
	}

}
