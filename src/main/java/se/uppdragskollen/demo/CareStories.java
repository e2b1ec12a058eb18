package se.uppdragskollen.demo;

import java.math.BigDecimal;
import java.util.List;

import se.uppdragskollen.assignment.Counterpart;
import se.uppdragskollen.assignment.Severity;
import se.uppdragskollen.demo.Story.Expected;
import se.uppdragskollen.evaluation.OutcomeKind;
import se.uppdragskollen.report.Flag;

/**
 * The stories about how care is given.
 */
final class CareStories {

	private CareStories() {
	}

	static List<Story> all() {
		return List.of(redFlag(), suppressedGroup(), goodTail(), carriedSurvey());
	}

	private static Story redFlag() {
		int centre = Cast.SELF_SATISFIED;
		return new Story("red-flag", centre, "2024-12",
				List.of(Expected.notMet(centre, "2024-H2", "U12", Severity.RED),
						Expected.notMet(centre, "2024-H2", "U11", Severity.RED),
						Expected.notMet(centre, "2024", "U25", Severity.WHITE)),
				(draft) -> {
					if (Stories.is(draft, "2024-H2", "2024")) {
						Cooperation.COUNTERPARTS.forEach((from) -> Cooperation.view(draft, from, Flag.GREEN, Flag.GREEN,
								Voices.of(from, Flag.GREEN, 0), draft.end().minusDays(21)));
						Cooperation.view(draft, Counterpart.MUNICIPALITY, Flag.RED, Flag.GREEN,
								Voices.of(Counterpart.MUNICIPALITY, Flag.RED, 0), draft.end().minusDays(17));
						Cooperation.requests(draft, draft.population().listed() * 0.06, 87);
						draft.put("shift_coherence", BigDecimal.valueOf(5));
					}
				});
	}

	private static Story suppressedGroup() {
		int centre = Cast.SMALL;
		return new Story("suppressed-group", centre, "2024-08",
				List.of(Expected.of(centre, "2024-T2", "U08", OutcomeKind.NOT_ASSESSABLE),
						Expected.of(centre, "2025-T1", "U08", OutcomeKind.NOT_APPLICABLE)),
				(draft) -> {
					if (Stories.is(draft, "2024-T2")) {
						draft.suppress("sip_calls").suppress("sip_calls_within_3_days");
					}
					if (Stories.is(draft, "2025-T1")) {
						draft.share("sip_calls_within_3_days", "sip_calls", 0, 0);
					}
				});
	}

	private static Story goodTail() {
		int centre = Cast.SHARING;
		return new Story("good-tail", centre, "2024-06",
				List.of(Expected.notMet(centre, "2024-Q3", "U10", Severity.YELLOW),
						Expected.notMet(centre, "2024-Q4", "U10", Severity.YELLOW)),
				(draft) -> {
					if (Stories.is(draft, "2024-Q3", "2024-Q4")) {
						draft.count("home_visits_doctor", 2)
							.count("home_visits_nurse", 3)
							.signal(Counterpart.MUNICIPALITY, Flag.GREEN, "U10",
									"Kommunens sjuksköterska gör hembesöken sedan i våras. Läkaren kommer när hon ber om det.",
									draft.end().minusDays(14));
					}
				});
	}

	private static Story carriedSurvey() {
		int centre = Cast.SELF_SATISFIED;
		return new Story("carried-survey", centre, "2023-12",
				List.of(Expected.of(centre, "2024-H2", "U16", OutcomeKind.MET),
						Expected.of(centre, "2024-H2", "U17", OutcomeKind.MET)),
				(draft) -> {
					if (Stories.is(draft, "2023")) {
						Care.survey(draft, 118, 87, 86, 77, 83);
					}
				});
	}

}
