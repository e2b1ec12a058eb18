package se.uppdragskollen.benchmark;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The edition's formulas in Java, for engines that have no formula language. Inputs come
 * in the order in which the formula names them.
 */
final class Formulas {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

	private static final Map<String, Formula> ALL = new HashMap<>();

	static {
		for (String id : List.of("assessed_share", "diagnoses_per_hundred", "hired_per_hundred", "fixed_doctor_share",
				"complex_fixed_doctor_share", "sip_per_100", "own_visit_share", "readmission_share", "agreement_share",
				"home_visits_per_100", "hygiene_correct_share", "lifestyle_documented_share",
				"lifestyle_advised_share", "medication_review_share")) {
			ALL.put(id, (in, end, limits) -> per(number(in[0]).multiply(HUNDRED), number(in[1])));
		}
		ALL.put("newborns_per_nurse", (in, end, limits) -> per(number(in[0]), number(in[1])));
		ALL.put("pregnant_per_midwife", (in, end, limits) -> per(number(in[0]), number(in[1])));
		ALL.put("econsultations_per_1000",
				(in, end, limits) -> per(number(in[0]).multiply(THOUSAND), number(in[1])));
		ALL.put("xray_referrals_adjusted", (in, end, limits) -> per(number(in[0]).multiply(THOUSAND),
				number(in[1]).multiply(number(in[2]))));
		ALL.put("nurses_per_thousand",
				(in, end, limits) -> per(number(in[0]).add(number(in[1])).multiply(THOUSAND), number(in[2])));
		ALL.put("listed_per_doctor", (in, end, limits) -> per(number(in[0]),
				number(in[1]).add(number(in[2]).multiply(limits.number("G13", "trainee_weight")))));
		ALL.put("closing_notice_days", (in, end, limits) -> days(in[1], in[0]));
		ALL.put("closing_length_days", (in, end, limits) -> days(in[1], in[0]).add(BigDecimal.ONE));
		ALL.put("insurance_days_left", (in, end, limits) -> days(end, in[0]));
		ALL.put("days_until_report", (in, end, limits) -> days(end, in[0]));
		ALL.put("ivo_notice_latest_day", (in, end, limits) -> ((LocalDate) in[0])
			.plusMonths(limits.number("G02", "notice_months").longValue()));
		ALL.put("hsa_id_organisation_number", (in, end, limits) -> ((String) in[0]).substring(2, 12));
		ALL.put("home_visits", (in, end, limits) -> number(in[0]).add(number(in[1])));
		ALL.put("npe_overall_drop", (in, end, limits) -> number(in[0]).subtract(number(in[1])));
		ALL.put("shift_total",
				(in, end, limits) -> number(in[0]).add(number(in[1])).add(number(in[2])).add(number(in[3])));
		ALL.put("shift_motivation_length", (in, end, limits) -> length(in[0]));
		ALL.put("participation_level", (in, end, limits) -> BigDecimal
			.valueOf(in[0].equals("none") ? 0 : in[0].equals("survey") ? 1 : in[0].equals("council") ? 2 : 3));
	}

	private Formulas() {
	}

	static @Nullable Object compute(String id, @Nullable Object[] inputs, LocalDate end, Limits limits) {
		if (id.equals("public_comment_length")) {
			return (inputs[0] == null) ? BigDecimal.ZERO : length(inputs[0]);
		}
		for (Object input : inputs) {
			if (input == null) {
				return null;
			}
		}
		return ALL.get(id).compute(inputs, end, limits);
	}

	private static BigDecimal number(Object value) {
		return (BigDecimal) value;
	}

	private static @Nullable BigDecimal per(BigDecimal one, BigDecimal other) {
		return (other.signum() == 0) ? null : one.divide(other, MathContext.DECIMAL128);
	}

	private static BigDecimal days(Object from, Object to) {
		return BigDecimal.valueOf(ChronoUnit.DAYS.between((LocalDate) from, (LocalDate) to));
	}

	private static BigDecimal length(Object text) {
		return BigDecimal.valueOf(((String) text).codePointCount(0, ((String) text).length()));
	}

	private interface Formula {

		@Nullable Object compute(Object[] inputs, LocalDate end, Limits limits);

	}

}
