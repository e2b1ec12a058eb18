package se.uppdragskollen.followup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every state × act × role, allowed or refused as this table says.
 */
class CaseTableTests {

	private static final List<String> STATES = List.of("proposed", "confirmed", "dismissed", "answered", "in-dialogue",
			"action-plan", "re-check", "closed", "escalated");

	private static final String SHARED = "confirmed answered in-dialogue action-plan re-check escalated";

	/** Act: who; in which states, and to which state it leads ({@code =}: the same). */
	private static final String TABLE = """
			confirm: reviewer; proposed > confirmed
			dismiss: reviewer; proposed > dismissed
			propose-again: reviewer; dismissed > proposed
			answer: centre; confirmed > answered
			open-dialogue: reviewer; confirmed answered escalated > in-dialogue
			agree: reviewer; in-dialogue escalated > action-plan
			re-check: reviewer; action-plan > re-check
			close: reviewer; SHARED > closed
			reopen: reviewer; re-check closed > in-dialogue
			propose-escalation: reviewer; SHARED > =
			decline-escalation: second; SHARED > =
			escalate: second; SHARED > escalated
			raise-to-deviation: reviewer; SHARED > =
			extend: reviewer; SHARED > =
			assign: reviewer; proposed SHARED > =
			""".replace("SHARED", SHARED);

	private final RunningService service = RunningService.shared();

	private final ToldResults results = new ToldResults(this.service);

	private final String unit = this.service.unit();

	private final Client reviewer = this.service.person(Role.REVIEWER);

	private final long reviewerId = this.reviewer.get("/api/v1/me").json().path("person").asLong();

	private final long otherId = this.service.person(Role.REVIEWER).get("/api/v1/me").json().path("person").asLong();

	@Test
	void allowsWhatTheTableSaysAndNothingElse() {
		Map<String, Client> people = people();
		this.results.tell(this.unit, "2025-01", "G24", "yellow");
		long id = this.results.newest(this.unit);
		this.service.jdbc()
			.sql("insert into agreed_action (case_id, text, owner, due, state) values (?, 'Bemanna', 'chefen', date '2026-01-01', 'agreed')")
			.param(id)
			.update();
		List<String> wrong = new ArrayList<>();
		for (String row : TABLE.lines().toList()) {
			String act = row.substring(0, row.indexOf(':'));
			String who = row.substring(row.indexOf(':') + 2, row.indexOf(';'));
			List<String> from = new ArrayList<>(
					Arrays.asList(row.substring(row.indexOf(';') + 2, row.indexOf(" >")).split(" ")));
			if (act.equals("answer")) {
				from.add("escalated");
			}
			String to = row.substring(row.indexOf("> ") + 2);
			for (String state : STATES) {
				people.forEach((role, client) -> {
					put(id, state, act);
					Answer answer = client.post("/api/v1/cases/" + id + "/acts",
							"{\"act\": \"" + act + "\", \"text\": \"Skäl\""
									+ (act.equals("assign") ? ", \"reviewer\": " + this.reviewerId : "")
									+ (act.equals("extend") ? ", \"due\": \"2026-03-02\"" : "") + "}",
							"If-Match", "\"1\"");
					int expected = expected(role, who, from.contains(state), state);
					boolean led = answer.status() != 200 || state(id).equals(to(act, state, to));
					if (answer.status() != expected || !led) {
						wrong.add(role + " " + act + " in " + state + ": " + expected + " expected, " + answer);
					}
				});
			}
		}
		assertThat(wrong).isEmpty();
	}

	@Test
	void tellsEveryActThatTheTableHas() {
		assertThat(TABLE.lines().map((row) -> row.substring(0, row.indexOf(':'))).toList()).containsExactly(
				Arrays.stream(CaseAct.values()).filter(CaseAct::isAsked).map(CaseAct::word).toArray(String[]::new));
	}

	private Map<String, Client> people() {
		Map<String, Client> people = new LinkedHashMap<>();
		people.put("reviewer", this.reviewer);
		people.put("commissioner", this.service.person(Role.COMMISSIONER));
		people.put("auditor", this.service.person(Role.AUDITOR));
		people.put("administrator", this.service.person(Role.ADMINISTRATOR));
		people.put("manager", this.service.person(Role.MANAGER, this.unit));
		people.put("reporter", this.service.person(Role.REPORTER, this.unit));
		people.put("other manager", this.service.person(Role.MANAGER, this.service.unit()));
		Client both = this.service.person(Role.REVIEWER);
		this.service.grant(both.get("/api/v1/me").json().path("person").asLong(), Role.MANAGER, this.unit);
		people.put("reviewer of the own unit", both);
		return people;
	}

	private static int expected(String role, String who, boolean possible, String state) {
		boolean hidden = Set.of("proposed", "dismissed").contains(state);
		boolean centre = Set.of("manager", "reporter", "reviewer of the own unit").contains(role);
		if (Set.of("auditor", "administrator").contains(role)) {
			return 403;
		}
		if (role.equals("other manager") || centre && hidden) {
			return 404;
		}
		boolean may = switch (who) {
			case "centre" -> centre;
			case "second" -> Set.of("reviewer", "commissioner").contains(role);
			default -> role.equals("reviewer");
		};
		return !may ? 403 : possible ? 200 : 409;
	}

	private static String to(String act, String state, String to) {
		boolean stays = to.equals("=") || act.equals("answer") && state.equals("escalated");
		return stays ? state : to;
	}

	private void put(long id, String state, String act) {
		boolean step = act.equals("escalate") || act.equals("decline-escalation");
		this.service.jdbc()
			.sql("""
					update follow_up_case set state = :state, version = 1, due = date '2026-01-15',
					closed_at = case when :ended then now() end, confirmed_at = case when :hidden then null else now() end,
					kind = :kind, raised = false, ladder_step = 'remark', recheck_after = date '2024-12-31',
					proposed_step = case when :step then 'warning' end, proposed_by = case when :step then :other end
					where id = :id
					""")
			.param("state", state)
			.param("ended", state.equals("closed") || state.equals("dismissed"))
			.param("hidden", state.equals("proposed") || state.equals("dismissed"))
			.param("kind", act.equals("raise-to-deviation") ? "question" : "deviation")
			.param("step", step)
			.param("other", this.otherId)
			.param("id", id)
			.update();
	}

	private String state(long id) {
		return this.service.jdbc()
			.sql("select state from follow_up_case where id = ?")
			.param(id)
			.query(String.class)
			.single();
	}

}
