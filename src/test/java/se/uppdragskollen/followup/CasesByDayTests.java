package se.uppdragskollen.followup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Grant;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;
import se.uppdragskollen.request.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The work list stands in the order in which something must be done, page by page.
 */
class CasesByDayTests {

	private static final Actor REVIEWER = new Actor(-1, "Prov", false, true, Set.of(new Grant(Role.REVIEWER, null)));

	private final RunningService service = RunningService.shared();

	private final String unit = this.service.unit();

	private final ReadCases cases = this.service.get(ReadCases.class);

	CasesByDayTests() {
		Map<String, String> found = new LinkedHashMap<>();
		List.of("G06", "G07", "G23", "G24", "G25", "G26").forEach((requirement) -> found.put(requirement, "yellow"));
		new ToldResults(this.service).tell(this.unit, "2025-05", found);
		due("G06", null);
		due("G07", "2025-08-01");
		due("G23", null);
		due("G24", "2025-07-10");
		due("G25", "2025-08-01");
		due("G26", "2025-06-30");
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 6 })
	void listsWhatIsDueFirstAtTheTopAndWhatHasNoDayLast(int rows) {
		List<String> byNumber = order("G07", "G25");
		List<String> without = order("G06", "G23");
		assertThat(listed(true, rows)).containsExactly("G26", "G24", byNumber.get(0), byNumber.get(1), without.get(0),
				without.get(1));
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 6 })
	void listsTheNewestFirstOfThoseThatHaveEnded(int rows) {
		this.service.jdbc()
			.sql("update follow_up_case set state = 'closed', due = null, closed_at = now() where unit = ?")
			.param(this.unit)
			.update();
		List<String> byNumber = new ArrayList<>(order("G06", "G07", "G23", "G24", "G25", "G26"));
		assertThat(listed(false, rows)).isEqualTo(byNumber.stream().sorted((one, other) -> {
			return byNumber.indexOf(other) - byNumber.indexOf(one);
		}).toList());
	}

	@Test
	void countsAllPages() {
		assertThat(this.cases.count(REVIEWER, of(true))).isEqualTo(6);
		assertThat(this.cases.count(REVIEWER, of(false))).isZero();
		assertThat(this.cases.count(REVIEWER,
				new CaseFilter(this.unit, null, null, null, null, true, null, null, null, true, null)))
			.as("overdue")
			.isEqualTo(1);
	}

	@Test
	void refusesACursorThatIsNotOfThisList() {
		String cursor = this.cases.list(REVIEWER, of(true), PageRequest.of(1, null, 1)).next();
		assertThatThrownBy(() -> PageRequest.of(1, cursor, 2)).isInstanceOf(Refusal.class);
		assertThatThrownBy(() -> this.cases.listByDay(REVIEWER, of(true), new PageRequest(1, List.of("soon", "1"))))
			.isInstanceOf(Refusal.class);
	}

	/** The requirements, as pages of so many rows give them. */
	private List<String> listed(boolean open, int rows) {
		List<String> listed = new ArrayList<>();
		String cursor = null;
		do {
			Page<CaseRow> page = this.cases.listByDay(REVIEWER, of(open), PageRequest.of(rows, cursor, 2));
			page.items().forEach((one) -> listed.add(one.requirement()));
			cursor = page.next();
		}
		while (cursor != null && listed.size() < 20);
		return listed;
	}

	private CaseFilter of(boolean open) {
		return new CaseFilter(this.unit, null, null, null, null, open, null, null, null, null, null);
	}

	/** The requirements by their cases' numbers. */
	private List<String> order(String... requirements) {
		return this.service.jdbc()
			.sql("select requirement from follow_up_case where unit = ? and requirement = any(?) order by id")
			.params(this.unit, requirements)
			.query(String.class)
			.list();
	}

	private void due(String requirement, @Nullable String day) {
		this.service.jdbc()
			.sql("update follow_up_case set due = cast(? as date) where unit = ? and requirement = ?")
			.params(day, this.unit, requirement)
			.update();
	}

}
