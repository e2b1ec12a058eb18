package se.uppdragskollen.audit;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.request.Page;
import se.uppdragskollen.request.PageRequest;

/**
 * The log of who did what, to be read.
 */
@Repository
public class AuditEvents {

	private final JdbcClient jdbc;

	AuditEvents(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The events, the newest first.
	 * @param actor of this actor only, null for all
	 * @param act of this act only, null for all
	 * @param unit about this unit only, null for all
	 * @param subject about this subject only, null for all
	 */
	public Page<AuditEvent> list(@Nullable String actor, @Nullable String act, @Nullable String unit,
			@Nullable String subject, PageRequest page) {
		List<AuditEvent> rows = this.jdbc.sql("""
				select * from audit_event
				where (cast(:actor as text) is null or actor = :actor)
				and (cast(:act as text) is null or act = :act)
				and (cast(:unit as text) is null or unit = :unit)
				and (cast(:subject as text) is null or subject = :subject)
				and (:after = 0 or seq < :after)
				order by seq desc limit :fetch
				""")
			.param("actor", actor)
			.param("act", act)
			.param("unit", unit)
			.param("subject", subject)
			.param("after", page.afterNumber(0))
			.param("fetch", page.fetch())
			.query((row, i) -> AuditChain.event(row))
			.list();
		return page.page(rows, (event) -> List.of(String.valueOf(event.seq())));
	}

}
