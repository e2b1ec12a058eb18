package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Edition;
import se.uppdragskollen.report.Report;

/**
 * The values that a report's earlier values, peers and registers may stand beside.
 */
final class PresentValues {

	private static final Map<String, Function<Computed, @Nullable BigDecimal>> COMPUTED = Map.ofEntries(
			Map.entry("diagnoses_per_hundred", Computed::diagnosesPerHundred),
			Map.entry("nurses_per_thousand", Computed::nursesPerThousand),
			Map.entry("hired_per_hundred", Computed::hiredPerHundred),
			Map.entry("assessed_share", Computed::assessedShare),
			Map.entry("lifestyle_documented_share", Computed::lifestyleDocumentedShare),
			Map.entry("lifestyle_advised_share", Computed::lifestyleAdvisedShare),
			Map.entry("medication_review_share", Computed::medicationReviewShare),
			Map.entry("fixed_doctor_share", Computed::fixedDoctorShare),
			Map.entry("sip_per_100", Computed::sipPerHundred), Map.entry("own_visit_share", Computed::ownVisitShare),
			Map.entry("xray_referrals_adjusted", Computed::xrayReferralsAdjusted),
			Map.entry("readmission_share", Computed::readmissionShare),
			Map.entry("econsultations_per_1000", Computed::econsultationsPerThousand),
			Map.entry("agreement_share", Computed::agreementShare),
			Map.entry("home_visits_per_100", Computed::homeVisitsPerHundred),
			Map.entry("participation_level", Computed::participationLevel),
			Map.entry("shift_total", Computed::shiftTotal));

	private PresentValues() {
	}

	static Map<String, BigDecimal> of(Edition edition, Report report) {
		Datasheet data = new Datasheet(edition, report);
		Computed computed = new Computed(data, new Limits(edition, report.period().to()), report.period().to());
		Map<String, BigDecimal> present = new TreeMap<>();
		COMPUTED.forEach((id, formula) -> put(present, id, formula.apply(computed)));
		edition.elements().keySet().forEach((id) -> put(present, id, data.number(id)));
		return present;
	}

	private static void put(Map<String, BigDecimal> present, String id, @Nullable BigDecimal value) {
		if (value != null) {
			present.put(id, value);
		}
	}

}
