package se.uppdragskollen.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;

/**
 * What becomes of a case: the case as it is to be, and the findings to write.
 *
 * @param before the case until now, null for a new one
 * @param strand whose it is
 * @param state its state from now on
 * @param course its course
 * @param subject what it is about
 * @param first the first period
 * @param last the newest
 * @param earlier the case that had ended before, for a new one
 * @param findings those that are new or different
 * @param silent whether only other results say the same: nobody need be told
 */
record Follow(@Nullable Known before, Strand strand, CaseState state, Course course, Known.Subject subject,
		Period first, Period last, @Nullable Long earlier, List<Finding> findings, boolean silent) {

	/** What the service did, null when it only noted a report. */
	@Nullable CaseAct act() {
		if (this.before == null) {
			return CaseAct.OPENED;
		}
		if (this.before.state() == this.state) {
			return null;
		}
		return (this.state == CaseState.CLOSED) ? CaseAct.WITHDRAWN : CaseAct.PROPOSED_AGAIN;
	}

	/** An ended case stays as it is; only its findings' newer results are noted. */
	static Follow ofEnded(Known known, List<Finding> findings) {
		return new Follow(known, known.strand(), known.state(), known.course(), known.subject(), known.first(),
				known.last(), null, findings, true);
	}

	/** A period after the newest one is added. */
	static Follow appended(Known open, Judgement judgement) {
		Finding finding = judgement.finding();
		Course course = Course.after(open.course(), finding, false);
		return new Follow(open, open.strand(), open.state(), (course == null) ? open.course() : course,
				finding.fails() ? subject(open, judgement) : open.subject(), open.first(), finding.period(), null,
				List.of(finding), false);
	}

	/** Another result says the same of a period. */
	static Follow same(Known open, Finding finding) {
		return new Follow(open, open.strand(), open.state(), open.course(), open.subject(), open.first(), open.last(),
				null, List.of(finding), true);
	}

	/**
	 * The open case of a strand by all that is known.
	 * @param open the case with its findings, null for a new one
	 * @param earlier the case that had ended before, if any
	 * @param again whether that one was closed after it had failed
	 * @param own the judgements that belong to it, at least one, the oldest first
	 */
	static Follow anew(Strand strand, Known.@Nullable WithFindings open, @Nullable Long earlier, boolean again,
			List<Judgement> own) {
		TreeMap<Period, Finding> all = new TreeMap<>((open == null) ? Map.of() : open.findings());
		List<Finding> written = new ArrayList<>();
		boolean silent = open != null;
		for (Judgement one : own) {
			Finding before = all.put(one.finding().period(), one.finding());
			if (!one.finding().equals(before)) {
				written.add(one.finding());
				silent &= before != null && before.sameAs(one.finding());
			}
		}
		Course course = null;
		Period first = null;
		for (Finding finding : all.values()) {
			course = Course.after(course, finding, again);
			first = (first == null && finding.fails()) ? finding.period() : first;
		}
		Judgement newest = own.stream()
			.filter((one) -> one.finding().fails())
			.reduce((one, other) -> other)
			.orElse(null);
		Known known = (open == null) ? null : open.known();
		if (known == null) {
			Judgement failing = Objects.requireNonNull(newest);
			return new Follow(null, strand, CaseState.PROPOSED, Objects.requireNonNull(course), subject(null, failing),
					Objects.requireNonNull(first), all.lastKey(), earlier, written, false);
		}
		boolean passes = all.values().stream().allMatch(Finding::passes);
		Course last = (course != null) ? course : passes ? Course.RESOLVED : known.course();
		return new Follow(known, strand, state(known, passes, newest != null), last,
				(newest == null) ? known.subject() : subject(known, newest), (first == null) ? known.first() : first,
				all.lastKey(), null, written, silent);
	}

	/**
	 * What nobody has looked at is withdrawn when all passes, and proposed again when
	 * something fails.
	 */
	private static CaseState state(Known known, boolean passes, boolean fails) {
		if (!known.untouched()) {
			return known.state();
		}
		boolean closed = passes || known.withdrawn() && !fails;
		return closed ? CaseState.CLOSED : CaseState.PROPOSED;
	}

	/**
	 * Once a reviewer has confirmed it, a case stays what it is; how much it weighs
	 * follows the reports.
	 */
	private static Known.Subject subject(@Nullable Known known, Judgement newest) {
		Finding finding = newest.finding();
		Known.Subject found = new Known.Subject(newest.requirement(), newest.chapter(), newest.edition(),
				Objects.requireNonNull(finding.kind()), Objects.requireNonNull(finding.severity()));
		if (known == null || known.untouched()) {
			return found;
		}
		Known.Subject kept = known.subject();
		return new Known.Subject(kept.requirement(), kept.chapter(), kept.edition(), kept.kind(), found.severity());
	}

}
