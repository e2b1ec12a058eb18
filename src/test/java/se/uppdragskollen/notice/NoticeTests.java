package se.uppdragskollen.notice;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;
import se.uppdragskollen.web.Client;
import se.uppdragskollen.web.Client.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Mail about what happened, from a running service through a real mail server.
 */
class NoticeTests {

	private static MailServer server;

	private static RunningService service;

	private final String unit = service.unit();

	@BeforeAll
	static void startUp() {
		server = MailServer.open();
		service = RunningService.start(RunningService.newDatabase(), settings(server));
	}

	@AfterAll
	static void closeUp() {
		service.close();
		server.close();
	}

	@AfterEach
	void resetClock() {
		service.clock().moveTo(RunningService.TODAY);
	}

	static Map<String, Object> settings(MailServer server) {
		Map<String, Object> settings = new HashMap<>();
		settings.put("spring.mail.host", "localhost");
		settings.put("spring.mail.port", server.port());
		settings.put("uppdragskollen.mail.from", "uppdragskollen@region.example");
		settings.put("uppdragskollen.mail.service-address", "https://uppdrag.region.example/");
		settings.put("uppdragskollen.mail.gather", "0s");
		return settings;
	}

	@Test
	void tellsACentreOfAFindingWithoutSayingWhatItIs() throws Exception {
		String manager = person(Role.MANAGER, this.unit);
		person(Role.MANAGER, service.unit());
		long followUpCase = proposed("G24");
		confirm(followUpCase);
		MimeMessage mail = only(manager);
		assertThat(mail.getSubject())
			.isEqualTo("En iakttagelse att svara på: Provcentralen " + this.unit.substring(13));
		assertThat(text(mail)).isEqualTo("""
				Provcentralen %s

				En granskare har bekräftat en iakttagelse, ärende %d. Svara senast 22 juli 2025.

				Logga in och läs mer:
				https://uppdrag.region.example/centre/%s/cases/%d

				--\s
				Uppdragskollen skickar det här meddelandet av sig självt. Det går inte att svara på det. \
				Välj vilka meddelanden du vill ha:
				https://uppdrag.region.example/settings
				""".formatted(this.unit.substring(13), followUpCase, this.unit, followUpCase));
		assertThat(mail.getFrom()[0]).hasToString("uppdragskollen@region.example");
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://uppdrag.region.example/settings>");
		assertThat(mail.getMessageID()).matches("<notice-\\d+-\\d+@region\\.example>");
		assertThat(mail.getContentType()).startsWith("text/plain").containsIgnoringCase("utf-8");
	}

	@Test
	void tellsReviewersOfAnswersAndCentresOfDecisions() throws Exception {
		String manager = person(Role.MANAGER, this.unit);
		String reviewer = person(Role.REVIEWER, null);
		String other = person(Role.REVIEWER, null);
		long followUpCase = proposed("G24");
		act(client(reviewer), followUpCase, 1, "confirm", "");
		act(client(manager), followUpCase, 2, "answer", "Vi ser över bemanningen.");
		assertThat(only(reviewer).getSubject()).startsWith("Svar i ett ärende: ");
		assertThat(text(only(reviewer))).contains("https://uppdrag.region.example/review/cases/" + followUpCase)
			.doesNotContain("bemanningen");
		act(client(reviewer), followUpCase, 3, "close", "Bra.");
		awaitSent();
		assertThat(mails(manager).stream().map(NoticeTests::subject)).containsExactly(
				"En iakttagelse att svara på: Provcentralen " + this.unit.substring(13),
				"Beslut i ett ärende: Provcentralen " + this.unit.substring(13));
		assertThat(mails(other)).isEmpty();
	}

	@Test
	void tellsACentreThatAReportIsGivenBack() throws Exception {
		Centre centre = Centre.of(service);
		String manager = person(Role.MANAGER, centre.unit());
		String other = person(Role.MANAGER, service.unit());
		String reviewer = person(Role.REVIEWER, null);
		centre.handIn("2025-05", "{\"assessed_total\":{\"value\":1}}");
		Answer back = client(reviewer).post(centre.path("2025-05") + "/return",
				"{\"reason\":\"Ring hellre än att skriva.\"}", "If-Match",
				client(reviewer).get(centre.path("2025-05")).header("ETag"));
		assertThat(back.status()).as(back.toString()).isEqualTo(200);
		MimeMessage mail = only(manager);
		assertThat(mail.getSubject())
			.isEqualTo("Självrapporten behöver kompletteras: Provcentralen " + centre.unit().substring(13));
		assertThat(text(mail))
			.contains("har lämnat tillbaka självrapporten för maj 2025",
					"https://uppdrag.region.example/centre/" + centre.unit() + "/reports/kalmar-halsoval/2025-05")
			.doesNotContain("Ring hellre");
		assertThat(mails(other)).isEmpty();
		assertThat(mails(reviewer)).isEmpty();
	}

	@Test
	void tellsWhoeverAskedThatACounterpartHasAnswered() throws Exception {
		String asks = person(Role.REVIEWER, null);
		String other = person(Role.REVIEWER, null);
		String manager = person(Role.MANAGER, this.unit);
		Answer made = client(asks).post("/api/v1/signal-links", """
				{"assignment": "kalmar-halsoval", "unit": "%s", "counterpart": "municipality",
				 "organisation": "Provköpings kommun", "expires_on": "2025-08-01"}""".formatted(this.unit));
		String token = made.json().path("token").asString();
		Answer answered = service.anonymous()
			.post("/api/v1/signal-links/" + token + "/answer", "{\"flag\":\"red\",\"text\":\"Ingen svarar.\"}");
		assertThat(answered.status()).as(answered.toString()).isEqualTo(200);
		MimeMessage mail = only(asks);
		assertThat(mail.getSubject()).isEqualTo("En motpart har svarat: Provcentralen " + this.unit.substring(13));
		assertThat(text(mail))
			.contains("Motparten som du bad om en signal har svarat.",
					"https://uppdrag.region.example/review/centres/" + this.unit)
			.doesNotContain("Ingen svarar", "Provköpings", token);
		assertThat(mails(other)).isEmpty();
		assertThat(mails(manager)).isEmpty();
	}

	@Test
	void sendsNoMoreTestsThanSomebodyNeeds() {
		service.get(MailWorker.class).stop();
		try {
			se.uppdragskollen.access.Actor actor = administrator();
			service.jdbc()
				.sql("update person set email = 'nagon@region.example' where id = ?")
				.param(actor.person())
				.update();
			SeeToMail mail = service.get(SeeToMail.class);
			for (int i = 0; i < SeeToMail.MOST_TESTS; i++) {
				service.clock().moveTo(RunningService.TODAY);
				mail.test(actor);
			}
			assertThatThrownBy(() -> mail.test(actor)).hasMessageContaining("mail-test-often");
		}
		finally {
			service.jdbc().sql("delete from notice where kind = 'test'").update();
			service.get(MailWorker.class).start();
		}
	}

	@Test
	void gathersWhatHappensAtOnceInOneMail() throws Exception {
		String manager = person(Role.MANAGER, this.unit);
		long first = proposed("G24");
		long second = proposed("G25");
		service.get(MailWorker.class).stop();
		confirm(first);
		confirm(second);
		service.get(MailWorker.class).start();
		assertThat(text(only(manager))).contains(
				"bekräftat flera iakttagelser. Svara på den första senast 22 juli 2025",
				"/centre/" + this.unit + "/cases\n");
	}

	@Test
	void writesInThePersonsLanguageAndNotWhatIsDeclined() throws Exception {
		String english = person(Role.MANAGER, this.unit);
		String declines = person(Role.REPORTER, this.unit);
		choose(english, "en", "to-answer", "decided");
		choose(declines, "sv", "decided", "dialogue");
		confirm(proposed("G24"));
		assertThat(only(english).getSubject()).startsWith("A finding to answer: ");
		assertThat(text(only(english))).contains("Answer by 22 July 2025.");
		assertThat(mails(declines)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TEST")
	void everyKindIsDeclinedByItself(NoticeKind kind) throws Exception {
		Role role = kind.toCentre() ? Role.MANAGER : Role.REVIEWER;
		String unit = kind.toCentre() ? this.unit : null;
		String declines = person(role, unit);
		String wants = person(role, unit);
		choose(declines, "sv",
				Arrays.stream(NoticeKind.values())
					.filter((one) -> one != kind)
					.map(NoticeKind::word)
					.toArray(String[]::new));
		choose(wants, "sv", kind.word());
		boolean ofReport = kind.word().startsWith("report-");
		service.jdbc()
			.sql("""
					insert into notice (person, kind, unit, assignment, period, case_id, due, state, attempts, not_before,
					made_at, waiting_since) select id, :kind, :unit, :assignment, :period, :case, :due, 'waiting', 0, :now, :now, :now
					from person where subject in (:people)
					""")
			.param("kind", kind.word())
			.param("unit", this.unit)
			.param("assignment", ofReport ? "kalmar-halsoval" : null)
			.param("period", ofReport ? "2025-06" : null)
			.param("case", ofReport ? null : proposed("G24"))
			.param("due", LocalDate.of(2025, 7, 22))
			.param("now", Timestamp.from(service.clock().instant()))
			.param("people", List.of(declines, wants))
			.update();
		assertThat(only(wants).getSubject()).isNotBlank();
		assertThat(mails(declines)).isEmpty();
		assertThat(states()).containsExactlyInAnyOrder("sent", "declined");
	}

	@Test
	void doesNotSendWhatWasDeclinedWhileItWaited() throws Exception {
		String manager = person(Role.MANAGER, this.unit);
		service.get(MailWorker.class).stop();
		confirm(proposed("G24"));
		choose(manager, "sv");
		service.get(MailWorker.class).start();
		awaitSent();
		assertThat(mails(manager)).isEmpty();
		assertThat(states()).containsExactly("declined");
	}

	@Test
	void remindsOnceBeforeAndOnceAfterADeadline() throws Exception {
		Centre centre = Centre.of(service);
		String manager = person(Role.MANAGER, centre.unit());
		remind();
		remind();
		awaitSent();
		List<String> first = mails(manager).stream().map(NoticeTests::subject).toList();
		assertThat(first).isNotEmpty().doesNotHaveDuplicates();
		LocalDate due = service.jdbc()
			.sql("select min(due) from notice where unit = ? and kind = 'report-soon'")
			.param(centre.unit())
			.query(LocalDate.class)
			.single();
		service.clock().moveTo(due.plusDays(1));
		remind();
		remind();
		awaitSent();
		List<MimeMessage> late = mails(manager).stream()
			.filter((one) -> subject(one).startsWith("Självrapporten är försenad"))
			.toList();
		assertThat(late).isNotEmpty();
		assertThat(service.jdbc()
			.sql("select count(*) from (select person, once from notice where once is not null group by 1, 2 "
					+ "having count(*) > 1) as twice")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void remindsOfAnAnswer() throws Exception {
		String manager = person(Role.MANAGER, this.unit);
		choose(manager, "sv", "answer-due");
		confirm(proposed("G24"));
		service.clock().moveTo(LocalDate.of(2025, 7, 21));
		remind();
		assertThat(only(manager).getSubject()).startsWith("Snart dags att svara: ");
		service.clock().moveTo(LocalDate.of(2025, 7, 23));
		remind();
		remind();
		awaitSent();
		assertThat(mails(manager).stream().map((one) -> subject(one).replaceAll(":.*", "")))
			.containsExactly("Snart dags att svara", "Svaret är försenat");
	}

	@Test
	void waitsForAServerThatIsDown() throws Exception {
		String manager = person(Role.MANAGER, this.unit);
		server.goDown();
		try {
			confirm(proposed("G24"));
			await(() -> states().equals(List.of("waiting")) && answer() != null);
			assertThat(answer()).containsIgnoringCase("connect");
			assertThat(mails(manager)).isEmpty();
		}
		finally {
			server.comeUp();
		}
		service.get(SeeToMail.class).againAll(administrator());
		assertThat(only(manager)).isNotNull();
		assertThat(states()).containsExactly("sent");
	}

	@Test
	void givesUpAnAddressThatTheServerRefusesAndGoesOn() throws Exception {
		String refused = person(Role.MANAGER, this.unit);
		String taken = person(Role.REPORTER, this.unit);
		server.refuse(address(refused));
		confirm(proposed("G24"));
		assertThat(only(taken)).isNotNull();
		await(() -> states().contains("given-up"));
		assertThat(states()).containsExactlyInAnyOrder("given-up", "sent");
		assertThat(answer()).contains("550", "No such person here");
	}

	@Test
	void triesAgainLaterAndGivesUpAfterThreeDays() throws Exception {
		String busy = person(Role.MANAGER, this.unit);
		String taken = person(Role.REPORTER, this.unit);
		server.beBusyFor(address(busy));
		confirm(proposed("G24"));
		assertThat(only(taken)).isNotNull();
		await(() -> answer() != null);
		assertThat(answer()).contains("450");
		assertThat(states()).containsExactlyInAnyOrder("waiting", "sent");
		service.clock().moveTo(RunningService.TODAY.plusDays(4));
		service.get(MailWorker.class).wake();
		await(() -> states().contains("given-up"));
		server.beFree();
		service.get(SeeToMail.class).againAll(administrator());
		assertThat(only(busy)).isNotNull();
	}

	@Test
	void aSlowServerKeepsNobodyWaiting() throws Exception {
		String manager = person(Role.MANAGER, this.unit);
		server.beSlow(4000);
		try {
			confirm(proposed("G24"));
			service.get(MailWorker.class).wake();
			await(() -> service.jdbc()
				.sql("select exists (select 1 from notice where unit = ? and taken_until is not null)")
				.param(this.unit)
				.query(Boolean.class)
				.single());
			long before = System.nanoTime();
			confirm(proposed("G25"));
			assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
		}
		finally {
			server.beSlow(0);
		}
		awaitSent();
		assertThat(mails(manager)).hasSize(2);
	}

	@Test
	void manyWorkersSendNothingTwice() throws Exception {
		service.get(MailWorker.class).stop();
		for (int i = 0; i < 30; i++) {
			person(Role.REPORTER, this.unit);
		}
		confirm(proposed("G24"));
		// Each instance of a test has a clock of its own
		service.jdbc().sql("update notice set not_before = timestamptz '2025-07-07 00:00+02'").update();
		int before = server.messages().size();
		try (RunningService another = service.another(settings(server))) {
			another.get(MailWorker.class).stop();
			server.beSlow(20);
			ExecutorService threads = Executors.newFixedThreadPool(4);
			List<Callable<Integer>> workers = new java.util.ArrayList<>();
			for (int i = 0; i < 4; i++) {
				RunningService one = (i % 2 == 0) ? service : another;
				workers.add(() -> sendAll(one));
			}
			int[] shares = new int[4];
			List<Future<Integer>> done = threads.invokeAll(workers);
			for (int i = 0; i < 4; i++) {
				shares[i] = done.get(i).get();
			}
			threads.shutdown();
			assertThat(shares).as("each sends some").doesNotContain(0);
		}
		finally {
			server.beSlow(0);
			service.get(MailWorker.class).start();
		}
		assertThat(server.messages()).hasSize(before + 30);
		assertThat(messageIds()).doesNotHaveDuplicates();
	}

	private static List<String> messageIds() {
		return server.messages().stream().map((one) -> {
			try {
				return one.getMessageID();
			}
			catch (jakarta.mail.MessagingException ex) {
				throw new IllegalStateException(ex);
			}
		}).toList();
	}

	/**
	 * The second worker's own running flag is off: its steps are asked for one by one.
	 */
	private static int sendAll(RunningService one) {
		int sent = 0;
		while (one.get(MailWorker.class).step()) {
			sent++;
		}
		return sent;
	}

	@Test
	void nothingIsWrittenWhenTheEventIsUndone() {
		person(Role.MANAGER, this.unit);
		long followUpCase = proposed("G24");
		Answer refused = service.person(Role.REVIEWER)
			.post("/api/v1/cases/" + followUpCase + "/acts", "{\"act\":\"answer\",\"text\":\"x\"}", "If-Match", "\"1\"",
					"Idempotency-Key", Centre.key());
		assertThat(refused.status()).isGreaterThanOrEqualTo(400);
		assertThat(states()).isEmpty();
	}

	@Test
	void putsNothingIntoTheHeadThatAUnitIsCalled() throws Exception {
		String manager = person(Role.MANAGER, this.unit);
		service.jdbc()
			.sql("update unit set name = ? where id = ?")
			.params("Elak\r\nBcc: alla@region.example\u2028X", this.unit)
			.update();
		confirm(proposed("G24"));
		MimeMessage mail = only(manager);
		assertThat(mail.getSubject()).isEqualTo("En iakttagelse att svara på: Elak Bcc: alla@region.example X");
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getAllRecipients()).hasSize(1);
	}

	private se.uppdragskollen.access.Actor administrator() {
		String subject = service.subject(Role.ADMINISTRATOR, null);
		return service.get(se.uppdragskollen.access.People.class)
			.actor(new se.uppdragskollen.access.Login("urn:uppdragskollen:demo", subject, null, true))
			.orElseThrow();
	}

	private void remind() {
		service.get(RemindOfDeadlines.class).remind();
		service.get(MailWorker.class).wake();
	}

	private String person(Role role, String unit) {
		String subject = service.subject(role, unit);
		service.jdbc().sql("update person set email = ? where subject = ?").params(address(subject), subject).update();
		return subject;
	}

	private static String address(String subject) {
		return subject + "@region.example";
	}

	private static Client client(String subject) {
		return service.client(subject);
	}

	private void choose(String subject, String language, String... wanted) {
		service.get(ChooseNotices.class)
			.choose(service.get(se.uppdragskollen.access.People.class)
				.actor(new se.uppdragskollen.access.Login("urn:uppdragskollen:demo", subject, null, true))
				.orElseThrow(), language, java.util.Set.of(wanted));
	}

	private long proposed(String requirement) {
		return service.jdbc().sql("""
				insert into follow_up_case (unit, assignment, lineage, requirement, chapter, kind, severity, course,
				state, edition, first_period, last_period, last_period_to, opened_at)
				values (?, 'kalmar-halsoval', ?, ?, 'accessibility', 'deviation', 'yellow', 'new', 'proposed',
				'2025-01', '2025-05', '2025-05', date '2025-05-31', now()) returning id
				""").params(this.unit, requirement, requirement).query(Long.class).single();
	}

	private void confirm(long followUpCase) {
		act(service.person(Role.REVIEWER), followUpCase, 1, "confirm", "");
	}

	private static void act(Client client, long followUpCase, long version, String act, String text) {
		Answer answer = client.post("/api/v1/cases/" + followUpCase + "/acts",
				"{\"act\":\"" + act + "\",\"text\":\"" + text + "\"}", "If-Match", "\"" + version + "\"",
				"Idempotency-Key", Centre.key());
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
	}

	private List<String> states() {
		return service.jdbc()
			.sql("select state from notice where unit = ? order by id")
			.param(this.unit)
			.query(String.class)
			.list();
	}

	private String answer() {
		return service.jdbc()
			.sql("select max(answer) from notice where unit = ?")
			.param(this.unit)
			.query((row, i) -> row.getString(1))
			.list()
			.get(0);
	}

	private static List<MimeMessage> mails(String subject) {
		return server.messages().stream().filter((one) -> to(one).equals(address(subject))).toList();
	}

	private static MimeMessage only(String subject) throws InterruptedException {
		await(() -> !mails(subject).isEmpty());
		awaitSent();
		assertThat(mails(subject)).hasSize(1);
		return mails(subject).get(0);
	}

	/** Until nothing waits but what was tried and failed. */
	private static void awaitSent() throws InterruptedException {
		service.get(MailWorker.class).wake();
		JdbcClient jdbc = service.jdbc();
		await(() -> !jdbc.sql(
				"select exists (select 1 from notice where state = 'waiting' and (answer is null or taken_until > now()))")
			.query(Boolean.class)
			.single());
	}

	private static void await(Callable<Boolean> what) throws InterruptedException {
		for (int i = 0; i < 150; i++) {
			try {
				if (what.call()) {
					return;
				}
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			service.get(MailWorker.class).look();
			Thread.sleep(100);
		}
		throw new AssertionError("waited for 15 s");
	}

	private static String to(MimeMessage mail) {
		try {
			return mail.getAllRecipients()[0].toString();
		}
		catch (jakarta.mail.MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String subject(MimeMessage mail) {
		try {
			return mail.getSubject();
		}
		catch (jakarta.mail.MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(MimeMessage mail) throws Exception {
		return String.valueOf(mail.getContent()).replace("\r\n", "\n");
	}

}
