package se.uppdragskollen.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a centre sees of its own numbers, and of those of others.
 */
class ReadHistoryTests {

	private static final AtomicInteger GROUPS = new AtomicInteger();

	private final RunningService service = RunningService.shared();

	private final String group = "historik-" + GROUPS.incrementAndGet();

	private final Centre own = centre();

	@Test
	void tellsTheMedianOfFiveComparableCentresAndNotOfFour() throws Exception {
		this.own.handIn("2025-05", assessed(100, 80));
		this.own.handIn("2025-06", assessed(100, 90));
		List<Centre> others = new ArrayList<>();
		for (int share : List.of(50, 60, 70, 95)) {
			others.add(centre());
			others.get(others.size() - 1).handIn("2025-06", assessed(200, share * 2));
		}
		waitFor("2025-06", 5);
		assertThat(rows()).containsExactly("2025-06;90;;;", "2025-05;80;;;");
		others.add(centre());
		others.get(4).handIn("2025-06", assessed(200, 196));
		waitFor("2025-06", 6);
		assertThat(rows()).containsExactly("2025-06;90;;70;5", "2025-05;80;;;");
	}

	@Test
	void keepsWhatIsMissingApartFromZero() throws Exception {
		this.own.handIn("2025-02", assessed(100, 0));
		this.own.handIn("2025-03",
				"{\"assessed_total\":{\"value\":40},\"assessed_within_3_days\":{\"suppressed\":true}}");
		this.own.handIn("2025-04", "{\"calls_incoming\":{\"value\":1000}}");
		this.own.handIn("2025-06", assessed(30, 20));
		waitFor("2025-06", 1);
		waitFor("2025-02", 1);
		assertThat(rows()).containsExactly("2025-06;66,7;;;", "2025-05;;ingen rapport;;", "2025-04;;uppgift saknas;;",
				"2025-03;;dold för att gruppen är liten;;", "2025-02;0;;;");
	}

	@Test
	void leavesOtherGroupsOut() throws Exception {
		this.own.handIn("2025-06", assessed(100, 90));
		for (int i = 0; i < 5; i++) {
			Centre other = Centre.of(this.service);
			other.handIn("2025-06", assessed(200, 100));
		}
		waitFor("2025-06", 1);
		assertThat(rows()).containsExactly("2025-06;90;;;");
	}

	@Test
	void keepsNumbersWithEveryResult() throws Exception {
		this.own.handIn("2025-06", assessed(100, 90));
		waitFor("2025-06", 1);
		assertThat(figures("assessed_total")).isEqualTo("100");
		assertThat(figures("assessed_share")).isEqualTo("90");
		assertThat(figures("calls_incoming")).isEqualTo("not-reported");
	}

	@Test
	void countsHowManyAreLowerAndHigher() {
		Course.Others others = Course.Others.of(numbers(1, 2, 3, 4, 4, 6), new BigDecimal(4));
		assertThat(others).isEqualTo(new Course.Others(6, new BigDecimal("3.5"), 3, 1));
		assertThat(Course.Others.of(numbers(1, 2, 3, 4), BigDecimal.ONE)).isEqualTo(Course.Others.NONE);
	}

	private static List<BigDecimal> numbers(int... numbers) {
		return java.util.Arrays.stream(numbers).mapToObj(BigDecimal::new).toList();
	}

	private Centre centre() {
		Centre centre = Centre.of(this.service);
		this.service.jdbc()
			.sql("update unit set peer_group = ? where id = ?")
			.params(this.group, centre.unit())
			.update();
		return centre;
	}

	private static String assessed(int all, int within) {
		return "{\"assessed_total\":{\"value\":" + all + "},\"assessed_within_3_days\":{\"value\":" + within + "}}";
	}

	/** Period, value, why none, median and of how many. */
	private List<String> rows() {
		Answer answer = this.own.manager()
			.get("/centre/" + this.own.unit()
					+ "/history/kalmar-halsoval/numbers/assessed_within_3_days-share/rows?format=csv", "Cookie",
					"language=sv");
		assertThat(answer.status()).isEqualTo(200);
		return answer.text().lines().skip(1).map((line) -> {
			String[] cells = line.split(";", -1);
			return String.join(";", cells[1], cells[4], cells[5], cells[7], cells[8]);
		}).toList();
	}

	private String figures(String id) {
		return this.service.jdbc()
			.sql("select figures ->> ? from current_result where unit = ?")
			.params(id, this.own.unit())
			.query(String.class)
			.single();
	}

	private void waitFor(String period, int centres) throws InterruptedException {
		for (int i = 0; judged(period) < centres; i++) {
			assertThat(i).as("half a minute without results").isLessThan(150);
			Thread.sleep(200);
		}
	}

	private int judged(String period) {
		return this.service.jdbc()
			.sql("select count(*) from current_result c join unit u on u.id = c.unit where u.peer_group = ? and c.period = ?")
			.params(this.group, period)
			.query(Integer.class)
			.single();
	}

}
