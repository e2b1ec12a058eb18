package se.uppdragskollen.selfreport;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.uppdragskollen.access.Reach;
import se.uppdragskollen.request.Refusal;

/**
 * The units that report: health centres, filials too.
 */
@Repository
class ReportUnits {

	private final JdbcClient jdbc;

	ReportUnits(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A unit.
	 * @throws Refusal when there is none
	 */
	ReportUnit require(String id) {
		return this.jdbc.sql("select id, name, opened, closed from unit where id = ? and kind = 'health-centre'")
			.param(id)
			.query((row, i) -> unit(row))
			.optional()
			.orElseThrow(() -> Refusal.notFound("report-unit"));
	}

	/**
	 * Goes on only when the unit was open on some day of the period.
	 * @throws Refusal when not
	 */
	ReportUnit requireOpen(ReportKey key) {
		ReportUnit unit = require(key.unit());
		if (!unit.mayReport(key.period())) {
			throw Refusal.conflict("unit-not-open", unit.name(), key.period());
		}
		return unit;
	}

	/** The units within reach, by id. */
	List<ReportUnit> within(Reach reach, @Nullable String only) {
		return this.jdbc.sql("""
				select id, name, opened, closed from unit
				where kind = 'health-centre' and (:all or id = any(:units)) and id <> all(:except)
				and (cast(:only as text) is null or id = :only) order by id
				""")
			.param("all", reach.all())
			.param("units", reach.unitArray())
			.param("except", reach.exceptArray())
			.param("only", only)
			.query((row, i) -> unit(row))
			.list();
	}

	private static ReportUnit unit(ResultSet row) throws SQLException {
		return new ReportUnit(row.getString("id"), row.getString("name"), row.getObject("opened", LocalDate.class),
				row.getObject("closed", LocalDate.class));
	}

}
