package se.uppdragskollen.unit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Units' listed persons, day by day as they were counted.
 */
@Repository
public class UnitCounts {

	private final JdbcClient jdbc;

	UnitCounts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** All counts of a unit, the newest first. */
	public List<UnitCount> of(String unit) {
		return this.jdbc.sql("select * from unit_count where unit = ? order by on_day desc")
			.param(unit)
			.query(UnitCounts::count)
			.list();
	}

	/** The newest count up to a day. */
	public Optional<UnitCount> latest(String unit, LocalDate day) {
		return this.jdbc.sql("select * from unit_count where unit = ? and on_day <= ? order by on_day desc limit 1")
			.params(unit, day)
			.query(UnitCounts::count)
			.optional();
	}

	Optional<UnitCount> on(String unit, LocalDate day) {
		return this.jdbc.sql("select * from unit_count where unit = ? and on_day = ?")
			.params(unit, day)
			.query(UnitCounts::count)
			.optional();
	}

	/** Writes a count of which nobody knows a newer version; tells whether it did. */
	boolean save(String unit, UnitCount count) {
		return this.jdbc.sql("""
				insert into unit_count as c (unit, on_day, listed, rub_4, rub_5, version)
				values (:unit, :day, :listed, :rub_4, :rub_5, :version)
				on conflict (unit, on_day) do update
				set listed = :listed, rub_4 = :rub_4, rub_5 = :rub_5, version = :version
				where c.version = :version - 1
				""")
			.param("unit", unit)
			.param("day", count.onDay())
			.param("listed", count.listed())
			.param("rub_4", count.rub4())
			.param("rub_5", count.rub5())
			.param("version", count.version())
			.update() == 1;
	}

	private static UnitCount count(ResultSet row, int number) throws SQLException {
		return new UnitCount(row.getObject("on_day", LocalDate.class), row.getInt("listed"), whole(row, "rub_4"),
				whole(row, "rub_5"), row.getLong("version"));
	}

	private static @Nullable Integer whole(ResultSet row, String column) throws SQLException {
		return row.getObject(column, Integer.class);
	}

}
