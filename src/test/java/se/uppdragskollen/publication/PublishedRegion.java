package se.uppdragskollen.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import se.uppdragskollen.access.Actor;
import se.uppdragskollen.access.Grant;
import se.uppdragskollen.access.Role;
import se.uppdragskollen.assignment.Period;
import se.uppdragskollen.operation.RunningService;
import se.uppdragskollen.selfreport.Centre;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A region of a test's own, with centres that report and a reviewer who publishes.
 */
public final class PublishedRegion implements AutoCloseable {

	/** The assignment. */
	public static final String ASSIGNMENT = "kalmar-halsoval";

	private final RunningService service = RunningService.alone();

	private final List<Centre> centres = new ArrayList<>();

	private int reports;

	/** The service. */
	public RunningService service() {
		return this.service;
	}

	/** A new centre. */
	public Centre centre(String name, String municipality) {
		Centre centre = Centre.of(this.service);
		this.service.jdbc()
			.sql("update unit set name = ?, municipality = ? where id = ?")
			.params(name, municipality, centre.unit())
			.update();
		this.centres.add(centre);
		return centre;
	}

	/** A month in which nothing is to be remarked on. */
	public static String month(int calls, int answered, int assessed, int within) {
		return "{\"calls_incoming\":{\"value\":" + calls + "},\"calls_answered_same_day\":{\"value\":" + answered
				+ "},\"assessed_total\":{\"value\":" + assessed + "},\"assessed_within_3_days\":{\"value\":" + within
				+ "}}";
	}

	/** Hands in, and waits for nothing. */
	public void handIn(Centre centre, String period, String entries) {
		centre.handIn(period, entries);
		this.reports++;
	}

	/** Waits until all that was handed in is judged and the findings are cases. */
	public void settle() throws InterruptedException {
		for (int i = 0; waits(); i++) {
			assertThat(i).as("a minute without results").isLessThan(300);
			Thread.sleep(200);
		}
		Thread.sleep(300);
	}

	private boolean waits() {
		return this.service.jdbc()
			.sql("select count(*) from current_result")
			.query(Integer.class)
			.single() < this.reports
				|| this.service.jdbc().sql("select count(*) from evaluation_task").query(Integer.class).single() > 0;
	}

	/** Somebody who may publish. */
	public Actor reviewer() {
		String subject = this.service.subject(Role.REVIEWER, null);
		long person = this.service.jdbc()
			.sql("select id from person where subject = ?")
			.param(subject)
			.query(Long.class)
			.single();
		return new Actor(person, subject, false, true, Set.of(new Grant(Role.REVIEWER, null)));
	}

	/** Publishes what is there. */
	public Publication publish(Actor reviewer, String period, String reason) {
		PublishPeriod publish = this.service.get(PublishPeriod.class);
		Period which = Period.parse(period).orElseThrow();
		return publish.publish(reviewer, ASSIGNMENT, which,
				publish.preview(reviewer, ASSIGNMENT, which).content().fingerprint(), reason);
	}

	@Override
	public void close() {
		this.service.close();
	}

}
