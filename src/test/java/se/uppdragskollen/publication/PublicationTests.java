package se.uppdragskollen.publication;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Grant;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.request.Refusal;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client.Answer;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What is published is there, at the same address for good; nothing else is, at any.
 */
class PublicationTests {

	private static final String SEED = "uppdragskollen.seed";

	private static PublishedRegion region;

	private static Actor reviewer;

	private static Centre large;

	private static Centre small;

	private static Centre poor;

	@BeforeAll
	static void start() throws InterruptedException {
		region = new PublishedRegion();
		reviewer = region.reviewer();
		large = region.centre("Storgården", "Provköping");
		small = region.centre("Lillgården", "Provköping");
		poor = region.centre("Mellangården", "Provsund");
		for (Centre one : List.of(large, small, poor)) {
			region.handIn(one, "2024-Q4", "{\"phone_system\":{\"value\":\"callback\"}}");
			region.handIn(one, "2025-Q1", "{\"phone_system\":{\"value\":\"callback\"},\"phone_hours\":"
					+ "{\"value\":\"=måndag–fredag 8–16\"},\"listed_patients\":{\"value\":7777}}");
		}
		for (String month : List.of("2025-01", "2025-02", "2025-03", "2025-04", "2025-06")) {
			region.handIn(large, month, PublishedRegion.month(1000, 985, 400, 389));
			region.handIn(small, month, PublishedRegion.month(1313, 1309, 437, 437));
			region.handIn(poor, month, PublishedRegion.month(1000, 617, 400, 389));
		}
		region.settle();
	}

	@AfterAll
	static void stop() {
		region.close();
	}

	@Test
	void showsNothingBeforeSomebodyPublishesIt() {
		nothingOf("2025-01");
		Answer list = get("/public");
		assertThat(said(list)).doesNotContain("617", "61,7", "1309", "7777");
	}

	@Test
	void showsConfirmedFiguresAndWithholdsTheRest() {
		Publication publication = region.publish(reviewer, "2025-02", "");
		JsonNode json = get("/public/data/kalmar-halsoval/2025-02.json").json();
		assertThat(json.path("publication").asLong()).isEqualTo(publication.id());
		assertThat(json.path("licence").asString()).startsWith("https://creativecommons.org/publicdomain/zero");
		assertThat(values(json, large.unit())).isEqualTo(Map.of("calls_incoming", "1000", "calls_answered_same_day",
				"985", "calls_answered_same_day-share", "98.5", "assessed_share", "97.3"));
		assertThat(values(json, small.unit())).as("four of 1,313 are few, none of 437 are too")
			.isEqualTo(Map.of("calls_incoming", "1313", "calls_answered_same_day", "too-few",
					"calls_answered_same_day-share", "too-few", "assessed_share", "too-few"));
		assertThat(values(json, poor.unit())).as("a finding that nobody has looked at")
			.isEqualTo(Map.of("calls_incoming", "not-settled", "calls_answered_same_day", "not-settled",
					"calls_answered_same_day-share", "not-settled", "assessed_share", "97.3"));
		for (String address : addresses("2025-02")) {
			Answer answer = get(address);
			assertThat(answer.status()).as(address).isEqualTo(200);
			assertThat(said(answer)).as(address)
				.doesNotContain("1309", "1\u00a0309", "437", "617", "61,7", "61.7", "7777", "7 777");
			assertThat(answer.response().headers().allValues("Set-Cookie")).as(address).isEmpty();
		}
	}

	@Test
	void takesBackWhatIsWithdrawn() {
		Publication publication = region.publish(reviewer, "2025-03", "");
		assertThat(get("/public/data/kalmar-halsoval/2025-03.csv").status()).isEqualTo(200);
		String tag = get("/public").header("ETag");
		assertThat(get("/public", "If-None-Match", tag).status()).isEqualTo(304);
		WithdrawPublication withdraw = region.service().get(WithdrawPublication.class);
		assertThatThrownBy(() -> withdraw.withdraw(reviewer, publication.id(), "  ")).isInstanceOf(Refusal.class);
		withdraw.withdraw(reviewer, publication.id(), "Fel i underlaget.");
		nothingOf("2025-03");
		assertThat(get("/public", "If-None-Match", tag).status()).as("kept pages are old now").isEqualTo(200);
		assertThatThrownBy(() -> withdraw.withdraw(reviewer, publication.id(), "Igen."))
			.hasMessageContaining("publication-not-shown");
		assertThatThrownBy(() -> region.publish(reviewer, "2025-03", "")).hasMessageContaining("reason-missing");
		Publication again = region.publish(reviewer, "2025-03", "Underlaget är rättat.");
		assertThat(again.replaces()).isEqualTo(publication.id());
		assertThat(get("/public/data/kalmar-halsoval/2025-03.json").json().path("publication").asLong())
			.isEqualTo(again.id());
		assertThat(audited("publish")).contains("publication:" + again.id());
		assertThat(audited("withdraw-publication")).contains("publication:" + publication.id());
	}

	@Test
	void refusesToPublishTooEarlyTwiceUnseenOrByACentresOwn() {
		PublishPeriod publish = region.service().get(PublishPeriod.class);
		assertThatThrownBy(() -> region.publish(reviewer, "2025-06", "")).hasMessageContaining("publication-too-early");
		Period period = Period.parse("2025-04").orElseThrow();
		assertThatThrownBy(() -> publish.publish(reviewer, "kalmar-halsoval", period, "sha256:0", ""))
			.hasMessageContaining("publication-changed");
		Actor own = new Actor(reviewer.person(), "egen", false, true,
				Set.of(new Grant(Role.REVIEWER, null), new Grant(Role.MANAGER, large.unit())));
		assertThatThrownBy(() -> region.publish(own, "2025-04", "")).hasMessageContaining("publication-own-unit");
		Publication first = region.publish(reviewer, "2025-04", "");
		assertThatThrownBy(() -> region.publish(reviewer, "2025-04", "Igen.")).hasMessageContaining("publication-same");
		assertThat(publish.preview(reviewer, "kalmar-halsoval", period).period().from())
			.isEqualTo(LocalDate.of(2025, 5, 31));
		assertThatThrownBy(() -> region.service()
			.jdbc()
			.sql("update published_value set value = '1' where publication = ?")
			.param(first.id())
			.update()).isInstanceOf(DataAccessException.class);
	}

	@Test
	void tellsNobodyWhatIsProposedAboutTheirOwnCentre() {
		Actor own = new Actor(reviewer.person(), "egen", false, true,
				Set.of(new Grant(Role.REVIEWER, null), new Grant(Role.MANAGER, poor.unit())));
		assertThat(open(reviewer)).isNotEmpty().allSatisfy((one) -> assertThat(one).isNotEmpty());
		assertThat(open(own)).hasSameSizeAs(open(reviewer)).allSatisfy((one) -> assertThat(one).isEmpty());
	}

	private static List<List<String>> open(Actor actor) {
		return region.service()
			.get(PublishPeriod.class)
			.preview(actor, "kalmar-halsoval", Period.parse("2025-02").orElseThrow())
			.lacking()
			.stream()
			.filter((one) -> one.centre().id().equals(poor.unit()) && one.why() == Withheld.NOT_SETTLED)
			.map(Preview.Lacking::requirements)
			.toList();
	}

	/**
	 * A centre is named anew and a finding about it dismissed at once, while the figures
	 * are drawn up: both are seen or neither.
	 */
	@Test
	void seesAllAsItStandsAtOneMoment() throws Exception {
		PublishPeriod publish = region.service().get(PublishPeriod.class);
		Period period = Period.parse("2025-01").orElseThrow();
		Preview before = publish.preview(reviewer, "kalmar-halsoval", period);
		assertThat(seen(before)).isEqualTo("Mellangården not-settled");
		assertThat(whileAllChanges(() -> seen(publish.preview(reviewer, "kalmar-halsoval", period))))
			.isEqualTo("Mellangården not-settled");
		assertThat(seen(publish.preview(reviewer, "kalmar-halsoval", period))).isEqualTo("Nygården 617");
		undo();
		String same = before.content().fingerprint();
		long id = whileAllChanges(
				() -> String.valueOf(publish.publish(reviewer, "kalmar-halsoval", period, same, "").id()))
			.transform(Long::valueOf);
		undo();
		assertThat(region.service().get(Publications.class).find(id).orElseThrow().fingerprint()).isEqualTo(same);
		region.service().get(WithdrawPublication.class).withdraw(reviewer, id, "Prov.");
	}

	private static String seen(Preview preview) {
		PublishedValue value = preview.value("calls_answered_same_day", poor.unit()).orElseThrow();
		return preview.content()
			.centres()
			.stream()
			.filter((one) -> one.id().equals(poor.unit()))
			.findFirst()
			.orElseThrow()
			.name() + " " + ((value.withheld() == null) ? value.value() : value.withheld().word());
	}

	/** Findings are read last: who reads them waits until all has changed. */
	private static String whileAllChanges(Callable<String> what) throws Exception {
		JdbcClient jdbc = region.service().jdbc();
		ExecutorService other = Executors.newSingleThreadExecutor();
		try {
			Future<String> answer = region.service().get(TransactionTemplate.class).execute((status) -> {
				jdbc.sql("lock table follow_up_case in access exclusive mode").update();
				Future<String> asked = other.submit(what);
				await(jdbc);
				jdbc.sql("update unit set name = 'Nygården' where id = ?").param(poor.unit()).update();
				jdbc.sql("update follow_up_case set state = 'answered', confirmed_at = now() where unit = ?")
					.param(poor.unit())
					.update();
				return asked;
			});
			return answer.get();
		}
		finally {
			other.shutdownNow();
		}
	}

	private static void await(JdbcClient jdbc) {
		for (int i = 0; i < 400; i++) {
			if (jdbc.sql("select count(*) from pg_locks where relation = 'follow_up_case'::regclass and not granted")
				.query(Integer.class)
				.single() > 0) {
				return;
			}
			LockSupport.parkNanos(50_000_000);
		}
		throw new IllegalStateException("nobody reads the findings");
	}

	private static void undo() {
		JdbcClient jdbc = region.service().jdbc();
		jdbc.sql("update unit set name = 'Mellangården' where id = ?").param(poor.unit()).update();
		jdbc.sql("update follow_up_case set state = 'proposed', confirmed_at = null where unit = ?")
			.param(poor.unit())
			.update();
	}

	@Test
	void keepsNothingWithANameOnItForOthers() {
		assertThat(get("/public").header("Cache-Control")).contains("public");
		assertThat(get("/public").header("Vary")).containsIgnoringCase("cookie");
		Answer own = region.service().person(Role.REVIEWER).get("/public");
		assertThat(own.header("Cache-Control")).doesNotContain("public");
	}

	@Test
	void letsNobodyKeepAnError() {
		String tag = get("/public").header("ETag");
		for (String path : List.of("/public/centres/SE0000000000-X", "/public/data/kalmar-halsoval/1999-01.json",
				"/public/data/kalmar-halsoval/1999-01.csv", "/public/figures/kalmar-halsoval/none")) {
			for (String accept : List.of("text/html", "application/json", "*/*")) {
				Answer answer = get(path, "Accept", accept);
				assertThat(answer.status()).as(path).isEqualTo(404);
				assertThat(answer.response().headers().allValues("Cache-Control")).as(path + accept)
					.containsExactly("no-store");
				assertThat(answer.header("ETag")).as(path + accept).isEmpty();
				assertThat(answer.header("Content-Type")).as(path + accept)
					.startsWith(accept.equals("text/html") ? "text/html" : "application/problem+json");
			}
		}
		assertThat(tag).isNotEmpty();
	}

	/** Whatever a region reports, what comes out is what the rule lets out. */
	@Test
	void withholdsInRandomRegions() throws InterruptedException {
		long seed = Long.getLong(SEED, System.nanoTime());
		Random random = new Random(seed);
		try (PublishedRegion other = new PublishedRegion()) {
			Actor actor = other.reviewer();
			Map<String, int[]> reported = new HashMap<>();
			for (int i = 0; i < 12; i++) {
				Centre centre = other.centre("Central " + i, "Provköping");
				int calls = random.nextInt(60);
				int answered = random.nextInt(calls + 1);
				int assessed = 1 + random.nextInt(60);
				int within = random.nextInt(assessed + 1);
				reported.put(centre.unit(), new int[] { calls, answered, assessed, within });
				other.handIn(centre, "2025-02", PublishedRegion.month(calls, answered, assessed, within));
			}
			other.settle();
			other.service().jdbc().sql("update follow_up_case set state = 'answered', confirmed_at = now()").update();
			other.publish(actor, "2025-02", "");
			JsonNode json = other.service().anonymous().get("/public/data/kalmar-halsoval/2025-02.json").json();
			reported.forEach((unit, all) -> {
				Map<String, String> shown = values(json, unit);
				boolean calls = all[0] >= 10;
				boolean parts = calls && all[1] >= 10 && all[0] - all[1] >= 10;
				boolean share = all[2] >= 10 && all[3] >= 10 && all[2] - all[3] >= 10;
				String told = "-D" + SEED + "=" + seed + " " + java.util.Arrays.toString(all);
				assertThat(shown.get("calls_incoming")).as(told).isEqualTo(calls ? "" + all[0] : "too-few");
				assertThat(shown.get("calls_answered_same_day")).as(told).isEqualTo(parts ? "" + all[1] : "too-few");
				assertThat(shown.get("calls_answered_same_day-share").equals("too-few")).as(told).isEqualTo(!parts);
				assertThat(shown.get("assessed_share").equals("too-few")).as(told).isEqualTo(!share);
			});
		}
	}

	/**
	 * A half-year's figure that rests on a quarter's count is no surer than the count,
	 * and tells of few also where the edition does not say what is part of what.
	 */
	@Test
	void doubtsWhatRestsOnAnotherPeriod() throws InterruptedException {
		try (PublishedRegion other = new PublishedRegion()) {
			Actor actor = other.reviewer();
			Map<String, String> shares = Map.of("9000", "90", "9995", "too-few");
			for (String patients : shares.keySet()) {
				Centre centre = other.centre("Central " + patients, "Provköping");
				other.handIn(centre, "2024-Q4", "{\"listed_patients\":{\"value\":10000}}");
				other.settle();
				other.handIn(centre, "2024-H2", "{\"patients_with_fixed_doctor\":{\"value\":" + patients + "}}");
				other.settle();
				other.service()
					.jdbc()
					.sql("update follow_up_case set state = 'answered', confirmed_at = now()")
					.update();
				assertThat(share(other, actor, centre)).isEqualTo(shares.get(patients));
				if (shares.get(patients).equals("90")) {
					other.service()
						.jdbc()
						.sql("update self_report set state = 'returned' where unit = ? and period = '2024-Q4'")
						.param(centre.unit())
						.update();
					assertThat(share(other, actor, centre)).isEqualTo("not-settled");
				}
			}
		}
	}

	private static String share(PublishedRegion other, Actor actor, Centre centre) {
		PublishedValue value = other.service()
			.get(PublishPeriod.class)
			.preview(actor, "kalmar-halsoval", Period.parse("2024-H2").orElseThrow())
			.value("fixed_doctor_share", centre.unit())
			.orElseThrow();
		return (value.withheld() == null) ? String.valueOf(value.value()) : value.withheld().word();
	}

	private static void nothingOf(String period) {
		for (String address : List.of("/public/data/kalmar-halsoval/" + period + ".csv",
				"/public/data/kalmar-halsoval/" + period + ".json", "/public/data/kalmar-halsoval/" + period,
				"/public/data/kalmar-halsoval/" + period + ".xlsx", "/public/data/scotland-qof/" + period + ".json",
				"/public/data/1.json", "/public/publications/1", "/public/data/kalmar-halsoval/1.json",
				"/public/figures/kalmar-halsoval/assessed_share?period=" + period,
				"/public/figures/kalmar-halsoval/assessed_total?period=" + period,
				"/public/figures/kalmar-halsoval/assessed_total", "/public/figures/kalmar-halsoval/doctor_fte",
				"/public/centres/" + large.unit() + "/figures/kalmar-halsoval/assessed_within_3_days",
				"/public/centres/SE0000000000-X", "/public/centres/%2e%2e", "/public/../review",
				"/public/compare?centre=SE0000000000-X&centre=SE0000000000-Y")) {
			Answer answer = get(address, "Accept", "application/json");
			assertThat(answer.status()).as(address).isIn(400, 404);
			assertThat(said(answer)).as(address).doesNotContain("985", "617", "98.5", "97.3");
		}
		assertThat(get("/public/data").text()).doesNotContain("\"period\":\"" + period + "\"");
	}

	/** Without what may hold any digits by chance. */
	private static String said(Answer answer) {
		return answer.text()
			.replaceAll("sha256:[0-9a-f]+|urn:uppdragskollen:request:[0-9a-f-]+|T[0-9:.]{8,}Z|SE[0-9]{10}-[A-Z0-9]+",
					"");
	}

	private static List<String> addresses(String period) {
		List<String> all = new ArrayList<>(List.of("/public", "/public/figures", "/public/about", "/public/data",
				"/public/data/kalmar-halsoval/" + period + ".csv", "/public/data/kalmar-halsoval/" + period + ".json",
				"/public/compare?centre=" + small.unit() + "&centre=" + poor.unit()));
		for (Centre one : List.of(large, small, poor)) {
			all.add("/public/centres/" + one.unit());
			all.add("/public/centres/" + one.unit() + "/figures/kalmar-halsoval/calls_answered_same_day");
		}
		for (String figure : List.of("calls_incoming", "calls_answered_same_day", "calls_answered_same_day-share",
				"assessed_share")) {
			all.add("/public/figures/kalmar-halsoval/" + figure + "?period=" + period);
		}
		return all;
	}

	private static Map<String, String> values(JsonNode json, String unit) {
		Map<String, String> values = new HashMap<>();
		json.path("centres").forEach((centre) -> {
			if (centre.path("id").asString().equals(unit)) {
				centre.path("values")
					.properties()
					.forEach((one) -> values.put(one.getKey(), one.getValue().has("value")
							? one.getValue().path("value").asString() : one.getValue().path("withheld").asString()));
			}
		});
		return values;
	}

	private static List<String> audited(String act) {
		return region.service()
			.jdbc()
			.sql("select subject from audit_event where act = ?")
			.param(act)
			.query(String.class)
			.list();
	}

	private static Answer get(String path, String... headers) {
		return region.service().anonymous().get(path, headers);
	}

}
