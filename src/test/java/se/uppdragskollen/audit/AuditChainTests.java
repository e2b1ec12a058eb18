package se.uppdragskollen.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.audit.AuditChain.Checkpoint;
import se.uppdragskollen.audit.AuditChain.Fault;
import se.uppdragskollen.operation.RunningService;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The chain of a service of its own; tests that break it mend it again.
 */
class AuditChainTests {

	private static RunningService service;

	private static JdbcClient owner;

	@BeforeAll
	static void start() {
		Map<String, Object> database = RunningService.newDatabase();
		service = RunningService.start(database, Map.of());
		String url = String.valueOf(database.get("spring.datasource.url"));
		owner = JdbcClient.create(RunningService.owner(url.substring(url.lastIndexOf('/') + 1)));
		note(20);
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	private static void note(int times) {
		Audit audit = service.get(Audit.class);
		for (int i = 0; i < times; i++) {
			audit.noteAlone("person:1", "tried", "thing:" + i, null, Map.of("number", i));
		}
	}

	private static AuditChain chain() {
		return service.get(AuditChain.class);
	}

	@Test
	void holdsWhenNobodyHasTouchedIt() {
		AuditChain.Proof proof = chain().verify(List.of());
		assertThat(proof.faults()).isEmpty();
		assertThat(proof.events()).isGreaterThanOrEqualTo(20);
		assertThat(proof.head()).isEqualTo(chain().head().orElseThrow());
	}

	@Test
	void hasNoGapsWhenManyWriteAtOnce() throws InterruptedException {
		List<Thread> threads = new ArrayList<>();
		CountDownLatch start = new CountDownLatch(1);
		for (int i = 0; i < 12; i++) {
			threads.add(new Thread(() -> {
				try {
					start.await();
				}
				catch (InterruptedException ex) {
					throw new IllegalStateException(ex);
				}
				note(15);
			}));
		}
		long before = chain().verify(List.of()).events();
		threads.forEach(Thread::start);
		start.countDown();
		for (Thread thread : threads) {
			thread.join();
		}
		AuditChain.Proof proof = chain().verify(List.of());
		assertThat(proof.faults()).isEmpty();
		assertThat(proof.events()).isEqualTo(before + 12 * 15);
	}

	@Test
	void isWrittenWithTheChangeOrNotAtAll() {
		long before = chain().verify(List.of()).events();
		TransactionTemplate transactions = service.get(TransactionTemplate.class);
		assertThatThrownBy(() -> transactions.executeWithoutResult((status) -> {
			service.get(Audit.class).note("person:1", "tried", "thing", null, Map.of());
			throw new IllegalStateException("undone");
		})).hasMessage("undone");
		assertThat(chain().verify(List.of()).events()).isEqualTo(before);
	}

	@Test
	void letsTheServiceChangeNothing() {
		assertThatThrownBy(() -> service.jdbc().sql("update audit_event set actor = 'x'").update())
			.isInstanceOf(DataAccessException.class)
			.hasStackTraceContaining("permission denied");
		assertThatThrownBy(() -> service.jdbc().sql("delete from audit_event").update())
			.isInstanceOf(DataAccessException.class);
		assertThatThrownBy(() -> service.jdbc().sql("truncate audit_event").update())
			.isInstanceOf(DataAccessException.class);
	}

	@Test
	void letsNotEvenTheOwnerChangeAnythingByMistake() {
		assertThatThrownBy(() -> owner.sql("delete from audit_event where seq = 3").update())
			.hasMessageContaining("never changed or removed");
	}

	@Test
	void noticesWhatWasChanged() {
		tampered("update audit_event set actor = 'person:2' where seq = 5",
				"update audit_event set actor = 'person:1' where seq = 5", new Fault(5, "changed"));
	}

	@Test
	void noticesWhatWasTakenOut() {
		owner.sql("create table kept as select * from audit_event where seq = 7").update();
		tampered("delete from audit_event where seq = 7", "insert into audit_event select * from kept",
				new Fault(7, "gap"), new Fault(8, "broken"));
	}

	@Test
	void noticesAnEndThatWasCutOff() {
		Checkpoint head = chain().head().orElseThrow();
		Checkpoint later = new Checkpoint(head.seq() + 3, "sha256:" + "1".repeat(64));
		Checkpoint other = new Checkpoint(4, "sha256:" + "2".repeat(64));
		assertThat(chain().verify(List.of(head)).faults()).isEmpty();
		assertThat(chain().verify(List.of(head, later, other)).faults()).containsExactly(new Fault(4, "checkpoint"),
				new Fault(later.seq(), "cut"));
	}

	@Test
	void nobodyButAuditorAndAdministratorReadsIt() {
		assertThat(service.person(Role.REVIEWER).get("/api/v1/audit/events").status()).isEqualTo(403);
		var answer = service.person(Role.AUDITOR).get("/api/v1/audit/events?act=denied&limit=1");
		assertThat(answer.json().path("items").path(0).path("details").asString()).contains("/api/v1/audit/events");
		assertThat(service.person(Role.ADMINISTRATOR).get("/api/v1/audit/proof").json().path("faults").size()).isZero();
	}

	private static void tampered(String harm, String mend, Fault... faults) {
		owner.sql("alter table audit_event disable trigger user").update();
		try {
			owner.sql(harm).update();
			assertThat(chain().verify(List.of()).faults()).containsExactly(faults);
		}
		finally {
			owner.sql(mend).update();
			owner.sql("alter table audit_event enable trigger user").update();
		}
		assertThat(chain().verify(List.of()).faults()).isEmpty();
	}

}
