package se.uppdragskollen.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds whom to reach at a unit about its reports: those who may sign them. For whoever
 * follows the whole region up.
 */
@Component
@Transactional(readOnly = true)
public class FindSigners {

	private final JdbcClient jdbc;

	FindSigners(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Somebody who may sign.
	 *
	 * @param unit whose reports
	 * @param name as others see it
	 * @param email where to write, null when not told
	 */
	public record Signer(String unit, String name, @Nullable String email) {

	}

	/** Those who may sign for these units, by unit and name. */
	public Map<String, List<Signer>> of(Actor actor, Collection<String> units) {
		actor.require(Act.READ_OVERVIEW);
		Map<String, List<Signer>> found = new LinkedHashMap<>();
		this.jdbc.sql("""
				select r.unit, p.name, p.email from person_role r join person p on p.id = r.person
				where r.unit = any(:units) and r.role = any(:roles) and p.active and not p.system
				order by r.unit, p.name, p.id
				""")
			.param("units", units.stream().distinct().toArray(String[]::new))
			.param("roles", Act.SUBMIT_REPORT.roles().stream().map(Role::word).toArray(String[]::new))
			.query((row) -> {
				Signer one = new Signer(row.getString("unit"), row.getString("name"), row.getString("email"));
				found.computeIfAbsent(one.unit(), (unit) -> new ArrayList<>()).add(one);
			});
		return found;
	}

}
