package se.uppdragskollen.followup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.assignment.Period;

/**
 * All that is known of a requirement of a unit, from which follows what becomes of its
 * cases. It depends on what the periods say, not on the order in which they came.
 *
 * <ul>
 * <li>Every failing period belongs to a case: to one that has ended, if somebody looked
 * at that period there and it weighs no more now, else to the open case. So what was
 * dismissed does not come back, what fails after it was put right does, and nothing
 * passes by silence.
 * <li>The open case holds every report from its first failing period on.
 * <li>A proposed case of which every report passes by now is withdrawn by the service;
 * should one of them fail again, or a later one, it is proposed again instead of making
 * another. All else waits for a reviewer.
 * <li>White findings are cases as others: the settings give them days to answer, and a
 * reviewer who finds them too light dismisses them, with a reason.
 * </ul>
 */
final class Story {

	private final Strand strand;

	private final List<Judgement> judgements;

	private final List<Known.WithFindings> ended = new ArrayList<>();

	private Known.@Nullable WithFindings open;

	Story(Strand strand, List<Judgement> judgements, List<Known.WithFindings> cases) {
		this.strand = strand;
		this.judgements = judgements.stream().sorted(Comparator.comparing((one) -> one.finding().period())).toList();
		for (Known.WithFindings one : cases) {
			boolean taken = this.open != null && !this.open.known().withdrawn();
			if (one.known().takesFindings() && !taken) {
				this.open = one;
			}
			else {
				this.ended.add(one);
			}
		}
	}

	/** What becomes of its cases. */
	List<Follow> follow() {
		List<Follow> follows = new ArrayList<>();
		this.ended.forEach((one) -> endedCase(one).ifPresent(follows::add));
		openCase().ifPresent(follows::add);
		return follows;
	}

	private Optional<Follow> openCase() {
		Optional<Period> firstFailing = this.judgements.stream()
			.map(Judgement::finding)
			.filter((one) -> one.fails() && !isSeen(one))
			.map(Finding::period)
			.findFirst();
		if (this.open == null && firstFailing.isEmpty()) {
			return Optional.empty();
		}
		List<Judgement> own = this.judgements.stream()
			.filter((one) -> belongs(one.finding(), firstFailing.orElse(null)))
			.toList();
		if (own.isEmpty()) {
			return Optional.empty();
		}
		Optional<Known.WithFindings> earlier = this.ended.stream()
			.filter((one) -> !one.known().withdrawn())
			.max(Comparator.comparing((one) -> one.known().id()));
		boolean again = earlier.isPresent() && earlier.get().known().state() == CaseState.CLOSED
				&& failedBefore(earlier.get(), own.get(0).finding().period());
		Follow follow = Follow.anew(this.strand, this.open, earlier.map((one) -> one.known().id()).orElse(null), again,
				own);
		return follow.findings().isEmpty() ? Optional.empty() : Optional.of(follow);
	}

	private boolean belongs(Finding finding, @Nullable Period firstFailing) {
		if (this.open != null && this.open.findings().containsKey(finding.period())) {
			return true;
		}
		Period from = firstFailing;
		if (this.open != null && (from == null || this.open.known().first().compareTo(from) < 0)) {
			from = this.open.known().first();
		}
		return from != null && finding.period().compareTo(from) >= 0 && !(finding.fails() && isSeen(finding));
	}

	private static boolean failedBefore(Known.WithFindings earlier, Period period) {
		return earlier.findings()
			.values()
			.stream()
			.anyMatch((one) -> one.fails() && one.period().compareTo(period) <= 0);
	}

	/** Whether somebody has looked at it, in a case that has ended. */
	private boolean isSeen(Finding finding) {
		return this.ended.stream().anyMatch((one) -> {
			Finding seen = one.findings().get(finding.period());
			return seen != null && seen.covers(finding);
		});
	}

	/**
	 * An ended case keeps what was looked at, so that something lighter does not come
	 * back either; that it passes now is noted.
	 */
	private Optional<Follow> endedCase(Known.WithFindings ended) {
		List<Finding> written = this.judgements.stream().map(Judgement::finding).filter((one) -> {
			Finding before = ended.findings().get(one.period());
			return before != null && !before.equals(one) && (!one.fails() || before.sameAs(one));
		}).toList();
		return written.isEmpty() ? Optional.empty() : Optional.of(Follow.ofEnded(ended.known(), written));
	}

}
