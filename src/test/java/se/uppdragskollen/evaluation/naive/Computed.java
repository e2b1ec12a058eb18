package se.uppdragskollen.evaluation.naive;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * The derived elements, each computed by hand. Null when anything that one is made from
 * is not known, or nothing can be divided by it.
 */
final class Computed {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

	private final Datasheet data;

	private final Limits limits;

	private final LocalDate end;

	Computed(Datasheet data, Limits limits, LocalDate end) {
		this.data = data;
		this.limits = limits;
		this.end = end;
	}

	@Nullable String organisationNumberInHsaId() {
		String id = this.data.text("hsa_id");
		// SE, ten digits, a hyphen
		return (id == null || id.length() < 3 || this.data.suppressed("hsa_id_organisation_number")) ? null
				: id.substring(2, Math.min(12, id.length()));
	}

	@Nullable LocalDate latestDayToNotifyIvo() {
		LocalDate change = this.data.date("ivo_change_date");
		return (change == null || this.data.suppressed("ivo_notice_latest_day")) ? null
				: change.plusMonths(this.limits.count("G02.notice_months"));
	}

	@Nullable BigDecimal insuranceDaysLeft() {
		return days("insurance_days_left", this.end, this.data.date("patient_insurance_valid_until"));
	}

	@Nullable BigDecimal daysUntilReport() {
		return days("days_until_report", this.end, this.data.date("report_received"));
	}

	@Nullable BigDecimal diagnosesPerHundred() {
		return per("diagnoses_per_hundred", HUNDRED, "diagnoses_registered", "listed_patients");
	}

	@Nullable BigDecimal listedPerDoctor() {
		BigDecimal doctors = this.data.number("doctor_fte");
		BigDecimal trainees = this.data.number("trainee_fte");
		BigDecimal listed = this.data.number("listed_patients");
		if (doctors == null || trainees == null || listed == null || this.data.suppressed("listed_per_doctor")) {
			return null;
		}
		return divide(listed, doctors.add(trainees.multiply(this.limits.number("G13.trainee_weight"))));
	}

	@Nullable BigDecimal nursesPerThousand() {
		BigDecimal nurses = sum(this.data.number("nurse_fte"), this.data.number("district_nurse_fte"));
		BigDecimal listed = this.data.number("listed_patients");
		return (nurses == null || listed == null || this.data.suppressed("nurses_per_thousand")) ? null
				: divide(nurses.multiply(THOUSAND), listed);
	}

	@Nullable BigDecimal hiredPerHundred() {
		return per("hired_per_hundred", HUNDRED, "hired_staff_cost", "own_staff_cost");
	}

	@Nullable BigDecimal newbornsPerNurse() {
		return per("newborns_per_nurse", BigDecimal.ONE, "newborns_enrolled", "child_health_nurse_fte");
	}

	@Nullable BigDecimal pregnantPerMidwife() {
		return per("pregnant_per_midwife", BigDecimal.ONE, "pregnant_enrolled", "midwife_fte");
	}

	@Nullable BigDecimal assessedShare() {
		return per("assessed_share", HUNDRED, "assessed_within_3_days", "assessed_total");
	}

	@Nullable BigDecimal closingNoticeDays() {
		return days("closing_notice_days", this.data.date("closing_notified"), this.data.date("closing_from"));
	}

	@Nullable BigDecimal closingLengthDays() {
		BigDecimal days = days("closing_length_days", this.data.date("closing_from"), this.data.date("closing_to"));
		return (days == null) ? null : days.add(BigDecimal.ONE);
	}

	@Nullable BigDecimal hygieneCorrectShare() {
		return per("hygiene_correct_share", HUNDRED, "hygiene_observations_correct", "hygiene_observations");
	}

	@Nullable BigDecimal lifestyleDocumentedShare() {
		return per("lifestyle_documented_share", HUNDRED, "lifestyle_documented", "lifestyle_patients");
	}

	@Nullable BigDecimal lifestyleAdvisedShare() {
		return per("lifestyle_advised_share", HUNDRED, "lifestyle_advised", "lifestyle_patients");
	}

	@Nullable BigDecimal medicationReviewShare() {
		return per("medication_review_share", HUNDRED, "medication_reviews", "medication_review_patients");
	}

	@Nullable BigDecimal fixedDoctorShare() {
		return per("fixed_doctor_share", HUNDRED, "patients_with_fixed_doctor", "listed_patients");
	}

	@Nullable BigDecimal complexFixedDoctorShare() {
		return per("complex_fixed_doctor_share", HUNDRED, "complex_patients_with_fixed_doctor", "complex_patients");
	}

	@Nullable BigDecimal sipPerHundred() {
		return per("sip_per_100", HUNDRED, "sip_made", "complex_patients");
	}

	@Nullable BigDecimal ownVisitShare() {
		return per("own_visit_share", HUNDRED, "own_visits", "outpatient_visits");
	}

	@Nullable BigDecimal xrayReferralsAdjusted() {
		BigDecimal referrals = this.data.number("xray_referrals");
		BigDecimal listed = this.data.number("listed_patients");
		BigDecimal index = this.data.number("acg_index");
		if (referrals == null || listed == null || index == null || this.data.suppressed("xray_referrals_adjusted")) {
			return null;
		}
		return divide(referrals.multiply(THOUSAND), listed.multiply(index));
	}

	@Nullable BigDecimal readmissionShare() {
		return per("readmission_share", HUNDRED, "readmitted_65", "discharged_65");
	}

	@Nullable BigDecimal econsultationsPerThousand() {
		return per("econsultations_per_1000", THOUSAND, "econsultations", "listed_patients");
	}

	@Nullable BigDecimal agreementShare() {
		return per("agreement_share", HUNDRED, "chronic_patients_with_agreement", "chronic_patients");
	}

	@Nullable BigDecimal homeVisits() {
		return this.data.suppressed("home_visits") ? null
				: sum(this.data.number("home_visits_doctor"), this.data.number("home_visits_nurse"));
	}

	@Nullable BigDecimal homeVisitsPerHundred() {
		BigDecimal visits = homeVisits();
		BigDecimal patients = this.data.number("complex_patients");
		return (visits == null || patients == null || this.data.suppressed("home_visits_per_100")) ? null
				: divide(visits.multiply(HUNDRED), patients);
	}

	@Nullable BigDecimal npeOverallDrop() {
		BigDecimal before = this.data.number("npe_overall_previous");
		BigDecimal now = this.data.number("npe_overall");
		return (before == null || now == null || this.data.suppressed("npe_overall_drop")) ? null
				: before.subtract(now);
	}

	@Nullable BigDecimal participationLevel() {
		String level = this.data.text("patient_participation");
		if (level == null || this.data.suppressed("participation_level")) {
			return null;
		}
		return BigDecimal.valueOf(switch (level) {
			case "none" -> 0;
			case "survey" -> 1;
			case "council" -> 2;
			default -> 3;
		});
	}

	@Nullable BigDecimal shiftTotal() {
		return this.data.suppressed("shift_total") ? null
				: sum(sum(this.data.number("shift_relation"), this.data.number("shift_prevention")),
						sum(this.data.number("shift_coherence"), this.data.number("shift_co_creation")));
	}

	@Nullable BigDecimal shiftMotivationLength() {
		String text = this.data.text("shift_motivation");
		return (text == null || this.data.suppressed("shift_motivation_length")) ? null : length(text);
	}

	/** A centre that writes no comment has written one of no length. */
	@Nullable BigDecimal publicCommentLength() {
		if (this.data.suppressed("public_comment_length")) {
			return null;
		}
		if (this.data.leftOut("public_comment")) {
			return BigDecimal.ZERO;
		}
		String text = this.data.text("public_comment");
		return (text == null) ? null : length(text);
	}

	private @Nullable BigDecimal per(String id, BigDecimal per, String counted, String of) {
		BigDecimal part = this.data.number(counted);
		BigDecimal whole = this.data.number(of);
		return (part == null || whole == null || this.data.suppressed(id)) ? null : divide(part.multiply(per), whole);
	}

	private @Nullable BigDecimal days(String id, @Nullable LocalDate from, @Nullable LocalDate to) {
		return (from == null || to == null || this.data.suppressed(id)) ? null
				: BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
	}

	private static @Nullable BigDecimal sum(@Nullable BigDecimal one, @Nullable BigDecimal other) {
		return (one == null || other == null) ? null : one.add(other);
	}

	private static @Nullable BigDecimal divide(BigDecimal number, BigDecimal by) {
		return (by.signum() == 0) ? null : number.divide(by, MathContext.DECIMAL128);
	}

	private static BigDecimal length(String text) {
		return BigDecimal.valueOf(text.codePointCount(0, text.length()));
	}

}
