package se.uppdragskollen.publication;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A random region that reports, corrects, is looked at and published; and what may be
 * shown of it, worked out from what was reported.
 */
final class ReportedRegion implements AutoCloseable {

	static final List<String> MONTHS = List.of("2024-12", "2025-01", "2025-02");

	static final List<String> QUARTERS = List.of("2024-Q4", "2025-Q1");

	/** Whose listed are those of the quarter before. */
	static final List<String> HALVES = List.of("2024-H2");

	static final String LAST_QUARTER = "2024-Q4";

	static final int CENTRES = 6;

	private final PublishedRegion region = new PublishedRegion();

	private final Reported.Dice dice;

	private final Actor reviewer = this.region.reviewer();

	private final Map<String, Centre> centres = new LinkedHashMap<>();

	/** What is reported now, by period and centre. */
	private final Map<String, Map<String, Reported>> truth = new TreeMap<>();

	private final Set<String> returned = new HashSet<>();

	/** Words that stand in texts which nobody publishes. */
	private final List<String> secrets = new ArrayList<>();

	ReportedRegion(long seed) {
		this.dice = new Reported.Dice(seed);
	}

	PublishedRegion region() {
		return this.region;
	}

	Set<String> units() {
		return this.centres.keySet();
	}

	List<String> secrets() {
		return this.secrets;
	}

	static List<String> periods() {
		List<String> all = new ArrayList<>(MONTHS);
		all.addAll(QUARTERS);
		all.addAll(HALVES);
		return all;
	}

	/** Centres that hand in most of what they owe. */
	void report() throws InterruptedException {
		for (int i = 0; i < CENTRES; i++) {
			Centre centre = this.region.centre("Central " + (char) ('A' + i), (i % 2 == 0) ? "Provköping" : "Provsund");
			this.centres.put(centre.unit(), centre);
		}
		for (String period : periods()) {
			Map<String, Reported> all = this.truth.computeIfAbsent(period, (key) -> new LinkedHashMap<>());
			for (Centre centre : this.centres.values()) {
				if (this.dice.one(10) > 0) {
					Reported report = first(centre.unit(), period);
					this.region.handIn(centre, period, report.entries());
					all.put(centre.unit(), report);
				}
			}
		}
		exempt();
		this.region.settle();
		lookAtFindings();
	}

	private Reported first(String unit, String period) {
		return MONTHS.contains(period) ? this.dice.month()
				: QUARTERS.contains(period) ? this.dice.quarter() : this.dice.half(listed(unit));
	}

	/** How many are listed at the end of the half-year. */
	private @Nullable Integer listed(String unit) {
		return number(this.truth.get(LAST_QUARTER).get(unit), Reported.LISTED);
	}

	private Reported corrected(String unit, String period, Reported before) {
		Integer part = number(this.truth.get(HALVES.get(0)).get(unit), Reported.WITH_DOCTOR);
		if (period.equals(LAST_QUARTER) && part != null && part > Reported.SMALL) {
			return this.dice.quarter(before, part);
		}
		return HALVES.contains(period) ? this.dice.half(listed(unit)) : this.dice.corrected(before);
	}

	/** Some report anew, as different as can be; some are sent back instead. */
	void correct() throws InterruptedException {
		for (String period : periods()) {
			Map<String, Reported> all = this.truth.get(period);
			for (String unit : List.copyOf(all.keySet())) {
				int kind = HALVES.contains(period) ? this.dice.one(20) : this.dice.one(10);
				if (kind < 6) {
					Reported report = corrected(unit, period, all.get(unit));
					handInAnew(this.centres.get(unit), period, report);
					this.returned.remove(unit + period);
					all.put(unit, report);
				}
				else if (kind == 6) {
					sendBack(unit, period);
				}
			}
		}
		this.region.settle();
		lookAtFindings();
	}

	private void handInAnew(Centre centre, String period, Reported report) {
		centre.open(period);
		Client.Answer saved = centre.save(period, 1, report.entries());
		assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
		Client.Answer submitted = centre.submit(period, 2, "{\"confirm\":true,\"reason\":\"" + secret() + "\"}");
		assertThat(submitted.status()).as(submitted.toString()).isEqualTo(201);
	}

	private void sendBack(String unit, String period) {
		this.region.service()
			.jdbc()
			.sql("update self_report set state = 'returned', returned_reason = ? where unit = ? and period = ?")
			.params(secret(), unit, period)
			.update();
		this.returned.add(unit + period);
	}

	/** One is exempt, one would like to be; neither has to do with figures. */
	private void exempt() {
		List<String> units = List.copyOf(this.centres.keySet());
		Client proposing = this.region.service().person(Role.REVIEWER);
		for (int i = 0; i < 2; i++) {
			Client.Answer proposed = proposing.post("/api/v1/exemptions", """
					{"assignment": "kalmar-halsoval", "unit": "%s", "requirement": "%s", "from": "2025-01-01",
					 "to": "2025-12-31", "reason": "%s"}""".formatted(units.get(i), (i == 0) ? "G24" : "G25",
					secret()));
			assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
			if (i == 0) {
				Client.Answer decided = this.region.service()
					.person(Role.COMMISSIONER)
					.post("/api/v1/exemptions/" + proposed.json().path("id").asString() + "/decision",
							"{\"decision\":\"approved\",\"reason\":\"" + secret() + "\"}", "If-Match",
							proposed.header("ETag"));
				assertThat(decided.status()).as(decided.toString()).isEqualTo(200);
			}
		}
	}

	/** Most findings are settled, in one way or another; the others wait. */
	private void lookAtFindings() {
		List<Long> waiting = this.region.service()
			.jdbc()
			.sql("select id from follow_up_case where state = 'proposed' order by id")
			.query(Long.class)
			.list();
		for (long id : waiting) {
			String state = switch (this.dice.one(5)) {
				case 0 -> "proposed";
				case 1 -> "in-dialogue";
				case 2 -> "confirmed";
				default -> "answered";
			};
			if (state.equals("proposed")) {
				continue;
			}
			this.region.service()
				.jdbc()
				.sql("update follow_up_case set state = ?, confirmed_at = now(), due = date '2025-07-01' + ? where id = ?")
				.params(state, this.dice.one(14), id)
				.update();
		}
	}

	private String secret() {
		String word = this.dice.word();
		this.secrets.add(word);
		return word;
	}

	/** Publishes a period as it stands. */
	Publication publish(String period, boolean first) {
		return this.region.publish(this.reviewer, period, first ? "" : secret());
	}

	/** Takes a publication back. */
	void withdraw(Publication publication) {
		this.region.service().get(WithdrawPublication.class).withdraw(this.reviewer, publication.id(), secret());
	}

	/** What is reported of a period at this moment, and what it rests on. */
	Map<String, Reported> reported(String period) {
		Map<String, Reported> all = new LinkedHashMap<>(this.truth.get(period));
		if (HALVES.contains(period)) {
			all.replaceAll((unit, own) -> {
				Map<String, Integer> numbers = new TreeMap<>(own.numbers());
				Integer listed = listed(unit);
				if (listed != null) {
					numbers.put(Reported.LISTED, listed);
				}
				return new Reported(numbers, own.suppressed(), own.texts());
			});
		}
		return all;
	}

	/** What may be shown of a period as things stand, by centre and figure. */
	Map<String, Map<String, String>> oracle(String period) {
		Map<String, Map<String, String>> all = new LinkedHashMap<>();
		for (String unit : this.centres.keySet()) {
			Reported report = this.truth.get(period).get(unit);
			Map<String, String> own = new TreeMap<>();
			if (MONTHS.contains(period)) {
				boolean calls = settled(unit, period, "G24");
				family(report, Reported.CALLS, Reported.ANSWERED, calls, own);
				own.put("assessed_share",
						share(report, Reported.ASSESSED, Reported.WITHIN, settled(unit, period, "G25")));
			}
			else if (HALVES.contains(period)) {
				boolean settled = settled(unit, period, "U03", "U04") && settled(unit, LAST_QUARTER, "U03", "U04");
				own.put("fixed_doctor_share",
						share(reported(period).get(unit), Reported.LISTED, Reported.WITH_DOCTOR, settled));
			}
			else {
				own.put(Reported.LISTED, cell(number(report, Reported.LISTED), false, settled(unit, period)));
				String hours = (report == null) ? null : report.texts().get("phone_hours");
				own.put("phone_hours",
						(hours == null) ? "not-reported" : settled(unit, period, "G26", "G07") ? hours : "not-settled");
			}
			all.put(unit, own);
		}
		return all;
	}

	private static void family(@Nullable Reported report, String whole, String part, boolean settled,
			Map<String, String> own) {
		own.put(whole, cell(number(report, whole), false, settled));
		own.put(part,
				suppressed(report, part) ? "too-few" : cell(number(report, part), few(report, whole, part), settled));
		own.put(part + "-share", share(report, whole, part, settled));
	}

	private static String share(@Nullable Reported report, String whole, String part, boolean settled) {
		Integer all = number(report, whole);
		Integer some = number(report, part);
		if (suppressed(report, part) || few(report, whole, part) || all != null && all < Reported.SMALL) {
			return "too-few";
		}
		if (all == null || some == null) {
			return "not-reported";
		}
		return settled ? BigDecimal.valueOf(100L * some)
			.divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP)
			.stripTrailingZeros()
			.toPlainString() : "not-settled";
	}

	private static boolean few(@Nullable Reported report, String whole, String part) {
		Integer all = number(report, whole);
		Integer some = number(report, part);
		return some != null && (some < Reported.SMALL || all != null && all - some < Reported.SMALL);
	}

	private static String cell(@Nullable Integer number, boolean few, boolean settled) {
		return (number == null) ? "not-reported"
				: (few || number < Reported.SMALL) ? "too-few" : settled ? number.toString() : "not-settled";
	}

	private static boolean suppressed(@Nullable Reported report, String element) {
		return report != null && report.suppressed().contains(element);
	}

	private static @Nullable Integer number(@Nullable Reported report, String element) {
		return (report == null) ? null : report.number(element);
	}

	private boolean settled(String unit, String period, String... requirements) {
		return !this.returned.contains(unit + period) && this.region.service()
			.jdbc()
			.sql("select c.requirement from follow_up_case c join finding f on f.case_id = c.id where c.unit = ? "
					+ "and f.period = ? and f.kind is not null and (c.state = 'proposed' or c.state = 'confirmed' "
					+ "and c.due >= date '2025-07-08')")
			.params(unit, period)
			.query(String.class)
			.list()
			.stream()
			.noneMatch(Set.of(requirements)::contains);
	}

	@Override
	public void close() {
		this.region.close();
	}

}
