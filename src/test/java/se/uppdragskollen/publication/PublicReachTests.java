package se.uppdragskollen.publication;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nothing that is not published can be reached from the public page, by any address or
 * difference of tables: a random region of several centres and periods is published,
 * corrected, published anew and withdrawn, while somebody without a login reads
 * everything and remembers it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicReachTests {

	private static final String SEED = "uppdragskollen.seed";

	private final long seed = Long.getLong(SEED, 20250708);

	private final ReportedRegion region = new ReportedRegion(this.seed);

	/** What stands now, by period. */
	private final Map<String, Publication> standing = new TreeMap<>();

	/** What may be shown now, by period, centre and figure. */
	private final Map<String, Map<String, Map<String, String>>> allowed = new TreeMap<>();

	/**
	 * All that was ever read of each period, and what was reported when it was drawn up.
	 */
	private final Map<String, List<Memory>> memories = new TreeMap<>();

	private Resident resident;

	private String told;

	@BeforeAll
	void report() throws InterruptedException {
		System.out.println("-D" + SEED + "=" + this.seed);
		this.told = "-D" + SEED + "=" + this.seed + " ";
		this.region.report();
		this.resident = new Resident(this.region.region().service(), this.region.units(), ReportedRegion.periods());
	}

	@AfterAll
	void close() {
		this.region.close();
	}

	@Test
	void nothingUnpublishedIsReachable() throws InterruptedException {
		seesWhatIsAllowed();
		for (String period : ReportedRegion.periods()) {
			publish(period);
		}
		seesWhatIsAllowed();
		for (int i = 0; i < 3; i++) {
			this.region.correct();
			if (i == 0) {
				seesWhatIsAllowed();
			}
			String period = ReportedRegion.periods().get(i * 2);
			String tag = this.resident.get("/public").header("ETag");
			this.region.withdraw(this.standing.get(period));
			forget(period);
			nothingIsLeftOf(period, tag);
			if (i > 0) {
				seesWhatIsAllowed();
			}
			for (String one : ReportedRegion.periods()) {
				if (i < 2 || !one.equals(period)) {
					publish(one);
				}
			}
		}
		seesWhatIsAllowed();
		assertThat(solved()).as(this.told).isEmpty();
	}

	private void publish(String period) {
		List<Memory> before = this.memories.computeIfAbsent(period, (key) -> new ArrayList<>());
		List<Memory> known = new ArrayList<>(before);
		tied(period).forEach((other) -> known.addAll(this.memories.getOrDefault(other, List.of())));
		Map<String, Map<String, String>> oracle = this.region.oracle(period);
		try {
			this.standing.put(period, this.region.publish(period, before.isEmpty()));
		}
		catch (se.uppdragskollen.request.Refusal same) {
			assertThat(same).hasMessageContaining("publication-same");
			return;
		}
		Map<String, Map<String, String>> shown = this.resident.shown(period);
		assertThat(this.resident.shownAsFile(period)).as(this.told + period).isEqualTo(shown);
		Map<String, Map<String, String>> may = new LinkedHashMap<>();
		oracle.forEach((unit, figures) -> figures.forEach((figure, value) -> {
			String cell = shown.get(unit).getOrDefault(figure, "not-reported");
			String where = this.told + period + " " + unit + " " + figure;
			if (cell.equals("too-few") && known.stream().anyMatch((one) -> one.shows(unit))) {
				may.computeIfAbsent(unit, (key) -> new TreeMap<>()).put(figure, cell);
			}
			else {
				assertThat(cell).as(where).isEqualTo(value);
				may.computeIfAbsent(unit, (key) -> new TreeMap<>()).put(figure, value);
			}
		}));
		this.allowed.put(period, may);
		before.add(new Memory(shown, this.region.reported(period)));
		middles(period, shown);
	}

	/** A half-year's share rests on its last quarter's count. */
	private static List<String> tied(String period) {
		return ReportedRegion.HALVES.contains(period) ? List.of(ReportedRegion.LAST_QUARTER)
				: period.equals(ReportedRegion.LAST_QUARTER) ? ReportedRegion.HALVES : List.of();
	}

	/**
	 * A middle is of what is shown, and tells nothing more; of counts there is none.
	 */
	private void middles(String period, Map<String, Map<String, String>> shown) {
		Map<String, List<BigDecimal>> numbers = new HashMap<>();
		shown.values().forEach((own) -> own.forEach((figure, value) -> {
			if (value.matches("[0-9.]+")) {
				numbers.computeIfAbsent(figure, (key) -> new ArrayList<>()).add(new BigDecimal(value));
			}
		}));
		numbers.forEach((figure, all) -> assertThat(this.resident.middleOf(figure, period))
			.as(this.told + period + " " + figure)
			.isEqualTo(figure.endsWith("share") ? Resident.middle(all) : "none"));
	}

	private void forget(String period) {
		this.standing.remove(period);
		this.allowed.remove(period);
	}

	/** Everything is read; no number or word is there but those that may be shown. */
	private void seesWhatIsAllowed() {
		Set<Integer> may = new HashSet<>();
		Set<String> words = new HashSet<>();
		this.allowed.values().forEach((period) -> period.values().forEach((own) -> own.values().forEach((value) -> {
			if (value.matches("[0-9]+")) {
				may.add(Integer.valueOf(value));
			}
			words.add(value);
		})));
		may.addAll(middles());
		Map<String, Answer> read = this.resident.readAll();
		read.forEach((address, answer) -> {
			String where = this.told + address;
			assertThat(answer.status()).as(where).isIn(200, 302, 400, 404, 406, 410, 422);
			assertThat(answer.response().headers().allValues("Set-Cookie")).as(where)
				.allMatch((one) -> one.startsWith("language="));
			if (address.startsWith("/public") || address.startsWith("/search")) {
				assertThat(may).as(where + " " + answer.text()).containsAll(Resident.numbers(answer));
				assertThat(words).as(where).containsAll(writtenIn(answer));
			}
			assertThat(answer.text()).as(where).doesNotContain(this.region.secrets());
		});
		for (String address : List.of("/public", "/public/figures/kalmar-halsoval/calls_incoming")) {
			assertThat(may).containsAll(Resident.numbers(this.resident.inEnglish(address)));
		}
	}

	private Set<Integer> middles() {
		Set<Integer> middles = new HashSet<>();
		Map<String, List<BigDecimal>> numbers = new HashMap<>();
		this.allowed.forEach((period, all) -> all.values().forEach((own) -> own.forEach((figure, value) -> {
			if (value.matches("[0-9]+")) {
				numbers.computeIfAbsent(period + figure, (key) -> new ArrayList<>()).add(new BigDecimal(value));
			}
		})));
		numbers.values()
			.stream()
			.map(Resident::middle)
			.filter((one) -> !one.equals("none"))
			.forEach((one) -> middles.add(new BigDecimal(one.replaceAll(" of .*", "").replace(',', '.')).intValue()));
		return middles;
	}

	private static Set<String> writtenIn(Answer answer) {
		Set<String> words = new HashSet<>();
		java.util.regex.Matcher found = java.util.regex.Pattern.compile("\\bord[a-z]{12}\\b").matcher(answer.text());
		while (found.find()) {
			words.add(found.group());
		}
		return words;
	}

	private void nothingIsLeftOf(String period, String tag) {
		assertThat(this.resident.get("/public", "If-None-Match", tag).status()).as("kept pages are old").isEqualTo(200);
		for (String address : List.of("/public/data/kalmar-halsoval/" + period + ".csv",
				"/public/data/kalmar-halsoval/" + period + ".json",
				"/public/figures/kalmar-halsoval/calls_incoming?period=" + period,
				"/public/figures/kalmar-halsoval/listed_patients?period=" + period)) {
			assertThat(this.resident.get(address, "If-None-Match", tag).status()).as(this.told + address)
				.isEqualTo(404);
		}
		assertThat(this.resident.get("/public/data").text()).doesNotContain("\"period\":\"" + period + "\"");
		assertThat(this.resident.get("/public/about").text()).doesNotContain("/" + period + ".");
	}

	/** What can be worked out from all that was ever read. */
	private List<String> solved() {
		List<String> solved = new ArrayList<>();
		this.memories.forEach((period, all) -> {
			for (String unit : this.region.units()) {
				if (ReportedRegion.MONTHS.contains(period)) {
					new Attack(unit, all, Reported.CALLS, Reported.ANSWERED, Reported.ANSWERED + "-share")
						.solve(solved);
					new Attack(unit, all, Reported.ASSESSED, Reported.WITHIN, "assessed_share").solve(solved);
				}
				if (ReportedRegion.HALVES.contains(period)) {
					new Attack(unit, all.stream().map(this::withListed).toList(), Reported.LISTED, Reported.WITH_DOCTOR,
							"fixed_doctor_share")
						.solve(solved);
				}
			}
		});
		return solved;
	}

	/** The same, and how many were listed then if that was ever shown. */
	private Memory withListed(Memory half) {
		Map<String, Map<String, String>> shown = new HashMap<>();
		half.shown().forEach((unit, own) -> {
			Map<String, String> both = new HashMap<>(own);
			Reported then = half.reported().get(unit);
			Integer listed = (then == null) ? null : then.number(Reported.LISTED);
			this.memories.get(ReportedRegion.LAST_QUARTER)
				.stream()
				.map((one) -> one.shown().getOrDefault(unit, Map.of()).getOrDefault(Reported.LISTED, "none"))
				.filter((one) -> one.equals(String.valueOf(listed)))
				.findAny()
				.ifPresent((one) -> both.put(Reported.LISTED, one));
			shown.put(unit, both);
		});
		return new Memory(shown, half.reported());
	}

	/**
	 * What was read of a publication.
	 *
	 * @param shown by centre and figure
	 * @param reported what was reported then
	 */
	record Memory(Map<String, Map<String, String>> shown, Map<String, Reported> reported) {

		boolean shows(String unit) {
			return this.shown.containsKey(unit);
		}

	}

	/**
	 * Somebody who remembers all publications of a centre's whole and part, and is told
	 * which of both each correction has left as it was.
	 */
	private record Attack(String unit, List<Memory> memories, String whole, String part, String share) {

		void solve(List<String> solved) {
			Deduction deduction = new Deduction(Reported.SMALL);
			for (int i = 0; i < this.memories.size(); i++) {
				read(deduction, i);
			}
			for (int i = 0; i < this.memories.size(); i++) {
				Integer all = truth(i, this.whole);
				Integer some = truth(i, this.part);
				boolean hidden = "too-few".equals(cell(i, this.share));
				if (hidden && all != null && some != null) {
					secret(deduction, "part" + i, some, solved);
					secret(deduction, "rest" + i, all - some, solved);
				}
			}
		}

		private void secret(Deduction deduction, String name, int truth, List<String> solved) {
			if (truth < Reported.SMALL) {
				Set<Long> values = deduction.values(name, Reported.SMALL);
				if (values.size() < Reported.SMALL) {
					solved.add(name + " of " + this + " is one of " + values);
				}
			}
		}

		private void read(Deduction deduction, int i) {
			deduction.sum("whole" + i, "part" + i, "rest" + i);
			number(cell(i, this.whole)).ifPresent((all) -> deduction.told("whole" + i, all.longValue()));
			number(cell(i, this.part)).ifPresent((some) -> deduction.told("part" + i, some.longValue()));
			number(cell(i, this.share)).ifPresent((percent) -> {
				deduction.share("part" + i, "whole" + i, percent);
				List.of("whole", "part", "rest").forEach((one) -> deduction.large(one + i));
			});
			if ("too-few".equals(cell(i, this.share))) {
				deduction.oneIsSmall("whole" + i, "part" + i, "rest" + i);
			}
			for (int j = 0; j < i; j++) {
				for (String name : List.of(this.whole, this.part)) {
					if (truth(i, name) != null && truth(i, name).equals(truth(j, name))) {
						String kind = name.equals(this.whole) ? "whole" : "part";
						deduction.same(kind + i, kind + j);
					}
				}
			}
		}

		private static java.util.Optional<BigDecimal> number(String cell) {
			return cell.matches("[0-9.]+") ? java.util.Optional.of(new BigDecimal(cell)) : java.util.Optional.empty();
		}

		private String cell(int i, String figure) {
			return this.memories.get(i).shown().getOrDefault(this.unit, Map.of()).getOrDefault(figure, "none");
		}

		private Integer truth(int i, String element) {
			Reported report = this.memories.get(i).reported().get(this.unit);
			return (report == null) ? null : report.number(element);
		}

		@Override
		public String toString() {
			StringBuilder all = new StringBuilder(this.unit).append(" ").append(this.part);
			for (int i = 0; i < this.memories.size(); i++) {
				all.append("; ").append(truth(i, this.part)).append(" of ").append(truth(i, this.whole));
				all.append(" shown as ").append(cell(i, this.part)).append(" of ").append(cell(i, this.whole));
			}
			return all.toString();
		}

	}

}
