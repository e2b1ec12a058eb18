package se.uppdragskollen.statement;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Grant;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Exemptions are proposed by one person and decided by another.
 */
class ExemptionTests {

	private static final String PATH = "/api/v1/exemptions";

	private final RunningService service = RunningService.shared();

	private final String unit = this.service.unit();

	private final Client proposer = this.service.person(Role.REVIEWER);

	private final Client staff = this.service.person(Role.COMMISSIONER);

	@Test
	void isProposedAndApprovedBySomebodyElse() {
		Answer proposed = propose("G12", "2025-01-01", "2025-03-31");
		assertThat(proposed.status()).as(proposed.toString()).isEqualTo(201);
		assertThat(proposed.header("ETag")).isEqualTo("\"1\"");
		assertThat(proposed.json().path("state").asString()).isEqualTo("proposed");
		Answer approved = decide(this.staff, proposed, "approved");
		assertThat(approved.status()).as(approved.toString()).isEqualTo(200);
		assertThat(approved.header("ETag")).isEqualTo("\"2\"");
		assertThat(approved.json().path("state").asString()).isEqualTo("approved");
		assertThat(approved.json().path("decided_by").asString()).startsWith("Test commissioner");
		assertThat(this.staff.get(address(proposed)).json()).isEqualTo(approved.json());
		assertThat(this.staff.get(PATH + "?state=approved&requirement=G12&unit=" + this.unit).json().path("items"))
			.containsExactly(approved.json());
		assertThat(Events.of(this.service, this.unit)).extracting((event) -> event.get("act"))
			.containsExactly("exemption-proposed", "exemption-approved");
		assertThat(Events.of(this.service, this.unit).toString()).doesNotContain("Nybygge");
	}

	@Test
	void isNotDecidedByWhoeverProposedIt() {
		Client both = this.service.person(Role.COMMISSIONER);
		Answer proposed = both.post(PATH, body("G12", "2025-01-01", "2025-03-31"));
		Answer answer = decide(both, proposed, "approved");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.text()).contains("En annan person måste besluta");
		assertThatThrownBy(() -> this.service.jdbc()
			.sql("update exemption set state = 'approved', approver = 'x', decided_by = proposed_by where id = ?")
			.param(proposed.json().path("id").asLong())
			.update()).hasMessageContaining("exemption_check");
	}

	@Test
	void isDecidedOnlyByCommissioners() {
		Answer proposed = propose("G12", "2025-01-01", "2025-03-31");
		Client manager = this.service.person(Role.MANAGER, this.unit);
		for (Client client : List.of(this.service.person(Role.REVIEWER), manager, this.service.person(Role.AUDITOR))) {
			assertThat(decide(client, proposed, "approved").status()).isEqualTo(403);
		}
		assertThat(manager.post(PATH, body("G12", "2025-01-01", "2025-03-31")).status()).isEqualTo(403);
		assertThat(manager.get(address(proposed)).status()).isEqualTo(200);
		Client other = this.service.person(Role.MANAGER, this.service.unit());
		assertThat(other.get(address(proposed)).status()).isEqualTo(403);
		assertThat(other.get(PATH).json().path("items")).isEmpty();
	}

	@Test
	void isRefusedWithAReason() {
		Answer proposed = propose("G12", "2025-01-01", "2025-03-31");
		assertThat(Events.pointers(decide(this.staff, proposed, "refused"))).containsExactly("/reason");
		assertThat(Events.pointers(decide(this.staff, proposed, "perhaps"))).containsExactly("/decision");
		Answer refused = this.staff.post(address(proposed) + "/decision",
				"{\"decision\": \"refused\", \"reason\": \"Går att ordna\"}", "If-Match", "\"1\"");
		assertThat(refused.json().path("state").asString()).isEqualTo("refused");
		assertThat(refused.json().path("decision_reason").asString()).isEqualTo("Går att ordna");
		assertThat(this.staff.post(address(proposed) + "/decision", "{\"decision\": \"approved\"}", "If-Match", "\"2\"")
			.status()).isEqualTo(409);
	}

	@Test
	void demandsTheVersionThatTheDecisionRestsOn() {
		Answer proposed = propose("G12", "2025-01-01", "2025-03-31");
		assertThat(this.staff.post(address(proposed) + "/decision", "{\"decision\": \"approved\"}").status())
			.isEqualTo(428);
		Answer outdated = this.staff.post(address(proposed) + "/decision", "{\"decision\": \"approved\"}", "If-Match",
				"\"7\"");
		assertThat(outdated.status()).isEqualTo(412);
		assertThat(outdated.json().path("current")).isEqualTo(proposed.json());
	}

	@Test
	void endsEarly() {
		Answer proposed = propose("G12", "2025-01-01", "2025-03-31");
		assertThat(end(proposed, 1, "2025-02-10").status()).isEqualTo(409);
		decide(this.staff, proposed, "approved");
		for (String day : List.of("2024-12-30", "2025-03-31", "2025-04-01", "i morgon")) {
			assertThat(Events.pointers(end(proposed, 2, day))).as(day).containsExactly("/ended_on");
		}
		Answer ended = end(proposed, 2, "2025-02-10");
		assertThat(ended.json().path("state").asString()).isEqualTo("ended");
		assertThat(ended.json().path("ended_on").asString()).isEqualTo("2025-02-10");
		assertThat(ended.json().path("version").asInt()).isEqualTo(3);
		Answer next = propose("G12", "2025-02-11", "2025-03-31");
		assertThat(decide(this.staff, next, "approved").status()).isEqualTo(200);
		assertThat(Events.of(this.service, this.unit)).extracting((event) -> event.get("act"))
			.contains("exemption-ended");
	}

	@Test
	void isTakenBackByWhoeverProposedItUntilItIsDecided() {
		Answer proposed = propose("G12", "2025-01-01", "2025-03-31");
		assertThat(withdraw(this.staff, proposed, 1).status()).as("somebody else's").isEqualTo(409);
		assertThat(withdraw(this.proposer, proposed, 7).status()).as("outdated").isEqualTo(412);
		Answer withdrawn = withdraw(this.proposer, proposed, 1);
		assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
		assertThat(withdrawn.header("ETag")).isEqualTo("\"2\"");
		assertThat(withdrawn.json().path("state").asString()).isEqualTo("withdrawn");
		assertThat(withdrawn.json().path("withdrawn_at").isString()).isTrue();
		assertThat(Events.of(this.service, this.unit)).extracting((event) -> event.get("act"))
			.containsExactly("exemption-proposed", "exemption-withdrawn");
		Answer late = this.staff.post(address(proposed) + "/decision", "{\"decision\": \"approved\"}", "If-Match",
				"\"2\"");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text()).contains("Förslaget är redan tillbakataget");
		Answer again = propose("G12", "2025-01-01", "2025-03-31");
		assertThat(again.status()).as("it stands in nobody's way").isEqualTo(201);
		decide(this.staff, again, "approved");
		assertThat(withdraw(this.proposer, again, 2).status()).as("decided").isEqualTo(409);
	}

	@Test
	void countsForEverybodyWhatTheyMayDecide() {
		FindStatements find = this.service.get(FindStatements.class);
		Client both = this.service.person(Role.COMMISSIONER);
		WaitingExemptions before = find.waitingExemptions(actor(both));
		both.post(PATH, body("G12", "2025-01-01", "2025-03-31"));
		propose("G13", "2025-01-01", "2025-03-31");
		WaitingExemptions after = find.waitingExemptions(actor(both));
		assertThat(after).isEqualTo(new WaitingExemptions(before.own() + 1, before.others() + 1));
		assertThat(find.waitingExemptions(actor(this.staff)))
			.isEqualTo(new WaitingExemptions(after.own() + after.others(), 0));
		long reviewer = this.proposer.get("/api/v1/me").json().path("person").asLong();
		assertThat(find
			.waitingExemptions(new Actor(reviewer, "Prov", false, true, Set.of(new Grant(Role.REVIEWER, null)))))
			.as("who decides nothing")
			.isEqualTo(new WaitingExemptions(0, after.own() + after.others()));
	}

	private static Actor actor(Client commissioner) {
		return new Actor(commissioner.get("/api/v1/me").json().path("person").asLong(), "Prov", false, true,
				Set.of(new Grant(Role.COMMISSIONER, null)));
	}

	private Answer withdraw(Client client, Answer proposed, int version) {
		return client.post(address(proposed) + "/withdrawal", "", "If-Match", "\"" + version + "\"");
	}

	@Test
	void refusesTwoForTheSameDays() {
		decide(this.staff, propose("G12", "2025-01-01", "2025-03-31"), "approved");
		Answer second = propose("G12", "2025-03-31", "2025-04-30");
		assertThat(second.status()).isEqualTo(409);
		assertThat(second.text()).contains("gäller 2025-01-01 till 2025-03-31");
		Answer waiting = propose("G12", "2025-05-01", "2025-05-31");
		Answer third = propose("G12", "2025-05-31", "2025-06-30");
		assertThat(third.status()).isEqualTo(409);
		assertThat(third.text()).contains("är redan föreslagen för 2025-05-01 till 2025-05-31");
		this.staff.post(address(waiting) + "/decision", "{\"decision\": \"refused\", \"reason\": \"Nej\"}", "If-Match",
				"\"1\"");
		assertThat(propose("G12", "2025-05-31", "2025-06-30").status()).isEqualTo(201);
		assertThat(decide(this.staff, propose("G12", "2025-04-01", "2025-04-30"), "approved").status()).isEqualTo(200);
		assertThat(decide(this.staff, propose("G13", "2025-01-01", "2025-04-30"), "approved").status()).isEqualTo(200);
	}

	@Test
	void letsOneOfManyOverlappingBeProposed() throws Exception {
		List<Callable<Integer>> many = java.util.stream.IntStream.range(0, 6)
			.<Callable<Integer>>mapToObj((i) -> () -> propose("G12", "2025-01-01", "2025-03-31").status())
			.toList();
		assertThat(AtOnce.all(many)).containsOnlyOnce(201).containsOnly(201, 409);
	}

	@Test
	void tellsAllThatIsWrongInSwedish() {
		Answer answer = this.proposer.post(PATH,
				"{\"assignment\": \"kalmar-halsoval\", \"unit\": \"SE5566778899-NONE\", \"from\": \"snart\"}");
		assertThat(Events.pointers(answer)).containsExactly("/from", "/reason", "/requirement", "/to", "/unit");
		assertThat(Events.pointers(propose("X99", "2025-01-01", "2025-03-31"))).containsExactly("/requirement");
		assertThat(Events.pointers(propose("G12", "2021-01-01", "2021-03-31"))).containsExactly("/requirement");
		assertThat(Events.pointers(propose("G12", "2025-03-31", "2025-01-01"))).containsExactly("/to");
		assertThat(Events.pointers(propose("G12", "2025-01-01", "2029-01-01"))).containsExactly("/to");
		assertThat(Events.pointers(this.proposer.post(PATH,
				body("G12", "2025-01-01", "2025-03-31").replace("Nybygge", "Nybygge 19121212-1212"))))
			.containsExactly("/reason");
		assertThat(Events.pointers(this.proposer.post(PATH, "{\"motiv\": 1}"))).containsExactly("/motiv");
	}

	private Answer propose(String requirement, String from, String to) {
		return this.proposer.post(PATH, body(requirement, from, to));
	}

	private String body(String requirement, String from, String to) {
		return """
				{"assignment": "kalmar-halsoval", "unit": "%s", "requirement": "%s", "from": "%s", "to": "%s",
				 "reason": "Nybygge"}""".formatted(this.unit, requirement, from, to);
	}

	private static String address(Answer exemption) {
		JsonNode id = exemption.json().path("id");
		return PATH + "/" + id.asLong();
	}

	private static Answer decide(Client client, Answer proposed, String decision) {
		return client.post(address(proposed) + "/decision", "{\"decision\": \"" + decision + "\"}", "If-Match",
				"\"1\"");
	}

	private Answer end(Answer exemption, int version, String day) {
		return this.staff.post(address(exemption) + "/end",
				"{\"ended_on\": \"" + day + "\", \"reason\": \"Huset är klart\"}", "If-Match", "\"" + version + "\"");
	}

}
