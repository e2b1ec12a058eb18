package se.uppdragskollen.followup;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.document.Word;

/**
 * Reads and writes the cases of many requirements and units at once, for new results.
 */
@Repository
class Strands {

	private final JdbcClient jdbc;

	private final JdbcTemplate batch;

	private final Clock clock;

	Strands(JdbcClient jdbc, JdbcTemplate batch, Clock clock) {
		this.jdbc = jdbc;
		this.batch = batch;
		this.clock = clock;
	}

	/** The cases of these strands; the open ones are kept from others until the end. */
	Map<Strand, List<Known>> cases(String assignment, Set<Strand> strands) {
		List<Known> found = this.jdbc.sql("""
				select * from follow_up_case
				where assignment = :assignment and unit = any(:units) and lineage = any(:lineages)
				order by id for update
				""")
			.param("assignment", assignment)
			.param("units", strands.stream().map(Strand::unit).distinct().toArray(String[]::new))
			.param("lineages", strands.stream().map(Strand::lineage).distinct().toArray(String[]::new))
			.query((row, i) -> known(row))
			.list();
		return found.stream()
			.filter((one) -> strands.contains(one.strand()))
			.collect(Collectors.groupingBy(Known::strand));
	}

	/** What the cases hold of the periods that are new, by case. */
	Map<Strand, Map<Long, Finding>> findings(Map<Strand, List<Known>> cases, Map<Strand, List<Judgement>> news) {
		Map<Long, Strand> byId = new HashMap<>();
		cases.values().forEach((all) -> all.forEach((one) -> byId.put(one.id(), one.strand())));
		Set<String> periods = news.values()
			.stream()
			.flatMap(List::stream)
			.map((one) -> one.finding().period().toString())
			.collect(Collectors.toSet());
		Map<Strand, Map<Long, Finding>> found = new HashMap<>();
		this.jdbc.sql("select * from finding where case_id = any(:cases) and period = any(:periods)")
			.param("cases", byId.keySet().toArray(Long[]::new))
			.param("periods", periods.toArray(String[]::new))
			.query((row) -> {
				Strand strand = Objects.requireNonNull(byId.get(row.getLong("case_id")));
				Finding finding = Rows.finding(row);
				boolean own = Objects.requireNonNull(news.get(strand))
					.stream()
					.anyMatch((one) -> one.finding().period().equals(finding.period()));
				if (own) {
					found.computeIfAbsent(strand, (key) -> new HashMap<>()).put(row.getLong("case_id"), finding);
				}
			});
		return found;
	}

	/** All that is known of these strands. */
	List<Story> stories(String assignment, Lineage lineage, List<Strand> strands, Map<Strand, List<Known>> cases) {
		if (strands.isEmpty()) {
			return List.of();
		}
		Map<Strand, List<Judgement>> judgements = judgements(assignment, lineage, strands);
		Map<Long, Map<Period, Finding>> findings = allFindings(
				strands.stream().flatMap((one) -> cases.getOrDefault(one, List.of()).stream()).map(Known::id).toList());
		return strands.stream()
			.map((one) -> new Story(one, judgements.getOrDefault(one, List.of()),
					cases.getOrDefault(one, List.of())
						.stream()
						.map((known) -> new Known.WithFindings(known, findings.getOrDefault(known.id(), Map.of())))
						.toList()))
			.toList();
	}

	private Map<Strand, List<Judgement>> judgements(String assignment, Lineage lineage, List<Strand> strands) {
		List<String> units = new ArrayList<>();
		List<String> requirements = new ArrayList<>();
		strands.forEach((one) -> lineage.idsOf(one.lineage()).forEach((id) -> {
			units.add(one.unit());
			requirements.add(id);
		}));
		Set<Strand> asked = Set.copyOf(strands);
		Map<Strand, List<Judgement>> found = new HashMap<>();
		this.jdbc.sql("""
				select o.unit, o.period, o.requirement, o.chapter, o.outcome, o.finding as kind, o.severity, o.result,
				       r.edition
				from unnest(:units, :requirements) as a (unit, requirement)
				join outcome o on o.unit = a.unit and o.assignment = :assignment and o.requirement = a.requirement
				join result r on r.id = o.result
				""")
			.param("units", units.toArray(String[]::new))
			.param("requirements", requirements.toArray(String[]::new))
			.param("assignment", assignment)
			.query((row) -> {
				String edition = row.getString("edition");
				String requirement = row.getString("requirement");
				Strand strand = new Strand(row.getString("unit"), lineage.of(edition, requirement));
				if (asked.contains(strand)) {
					found.computeIfAbsent(strand, (key) -> new ArrayList<>())
						.add(new Judgement(Rows.finding(row), requirement, row.getString("chapter"), edition));
				}
			});
		return found;
	}

	private Map<Long, Map<Period, Finding>> allFindings(Collection<Long> cases) {
		Map<Long, Map<Period, Finding>> found = new HashMap<>();
		this.jdbc.sql("select * from finding where case_id = any(:cases)")
			.param("cases", cases.toArray(Long[]::new))
			.query((row) -> {
				Finding finding = Rows.finding(row);
				found.computeIfAbsent(row.getLong("case_id"), (id) -> new HashMap<>()).put(finding.period(), finding);
			});
		return found;
	}

	/**
	 * Writes what becomes of cases.
	 * @return their ids, in the same order
	 */
	List<Long> write(String assignment, List<Follow> follows) {
		List<Long> fresh = this.jdbc
			.sql("select nextval(pg_get_serial_sequence('follow_up_case', 'id')) from generate_series(1, ?) order by 1")
			.param(follows.stream().filter((one) -> one.before() == null).count())
			.query(Long.class)
			.list();
		Timestamp now = Timestamp.from(this.clock.instant());
		List<Long> ids = new ArrayList<>(follows.size());
		List<Object[]> opened = new ArrayList<>();
		List<Object[]> changed = new ArrayList<>();
		List<Object[]> findings = new ArrayList<>();
		List<Object[]> acts = new ArrayList<>();
		int next = 0;
		for (Follow one : follows) {
			Known before = one.before();
			long id = (before != null) ? before.id() : fresh.get(next++);
			ids.add(id);
			if (before == null) {
				opened.add(opened(id, assignment, one, now));
			}
			else if (!one.silent()) {
				changed.add(changed(id, one, now));
			}
			CaseAct act = one.act();
			if (act != null) {
				acts.add(row(id, act.word(), (before == null) ? null : before.state().word(), one.state().word(), now));
			}
			one.findings()
				.forEach((finding) -> findings.add(row(id, finding.period().toString(),
						Date.valueOf(finding.period().to()), finding.outcome().word(), word(finding.kind()),
						word(finding.severity()), finding.result())));
		}
		insert(opened, changed, findings, acts);
		return ids;
	}

	private void insert(List<Object[]> opened, List<Object[]> changed, List<Object[]> findings, List<Object[]> acts) {
		this.batch.batchUpdate("insert into follow_up_case (id, unit, assignment, lineage, requirement, chapter, kind, "
				+ "severity, course, state, edition, earlier, first_period, last_period, last_period_to, opened_at) "
				+ "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", opened);
		this.batch.batchUpdate("update follow_up_case set requirement = ?, chapter = ?, "
				+ "kind = case when raised then kind else ? end, severity = ?, course = ?, state = ?, edition = ?, "
				+ "first_period = ?, last_period = ?, last_period_to = ?, "
				+ "closed_at = case when ? then coalesce(closed_at, ?) end, version = version + 1 where id = ?",
				changed);
		this.batch.batchUpdate("insert into finding (case_id, period, period_to, outcome, kind, severity, result) "
				+ "values (?, ?, ?, ?, ?, ?, ?) on conflict (case_id, period) do update set "
				+ "outcome = excluded.outcome, kind = excluded.kind, severity = excluded.severity, "
				+ "result = excluded.result", findings);
		this.batch.batchUpdate("insert into case_act (case_id, act, from_state, to_state, shared, at) "
				+ "values (?, ?, ?, ?, false, ?)", acts);
	}

	private static Object[] opened(long id, String assignment, Follow one, Timestamp now) {
		Known.Subject subject = one.subject();
		return row(id, one.strand().unit(), assignment, one.strand().lineage(), subject.requirement(),
				subject.chapter(), subject.kind().word(), subject.severity().word(), one.course().word(),
				one.state().word(), subject.edition(), one.earlier(), one.first().toString(), one.last().toString(),
				Date.valueOf(one.last().to()), now);
	}

	private static Object[] changed(long id, Follow one, Timestamp now) {
		Known.Subject subject = one.subject();
		return row(subject.requirement(), subject.chapter(), subject.kind().word(), subject.severity().word(),
				one.course().word(), one.state().word(), subject.edition(), one.first().toString(),
				one.last().toString(), Date.valueOf(one.last().to()), one.state().ended(), now, id);
	}

	private static Object[] row(@Nullable Object... values) {
		return Arrays.<@Nullable Object>asList(values).toArray();
	}

	private static @Nullable String word(@Nullable Word word) {
		return (word == null) ? null : word.word();
	}

	private static Known known(ResultSet row) throws SQLException {
		return new Known(row.getLong("id"), new Strand(row.getString("unit"), row.getString("lineage")),
				CaseState.of(row.getString("state")), row.getTimestamp("confirmed_at") != null,
				Course.of(row.getString("course")),
				new Known.Subject(row.getString("requirement"), row.getString("chapter"), row.getString("edition"),
						Rows.kind(row.getString("kind")), Rows.severity(row.getString("severity"))),
				Rows.period(row.getString("first_period")), Rows.period(row.getString("last_period")));
	}

}
