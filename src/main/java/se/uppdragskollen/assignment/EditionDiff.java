package se.uppdragskollen.assignment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import se.uppdragskollen.language.Bilingual;
import se.uppdragskollen.language.Days;
import se.uppdragskollen.language.Messages;

/**
 * Says what changed between two editions of an assignment, requirement by requirement:
 * the change log of the year. What only reads differently to the machine – a rule's name,
 * the order, a value dated anew – is no change; nor is what a requirement rests on.
 */
public final class EditionDiff {

	private final Edition before;

	private final Edition after;

	private final List<EditionChange> changes = new ArrayList<>();

	private EditionDiff(Edition before, Edition after) {
		this.before = before;
		this.after = after;
	}

	/**
	 * The changes: first those of the edition as a whole, then chapter by chapter, in
	 * each requirement by requirement, then its elements.
	 */
	public static List<EditionChange> between(Edition before, Edition after) {
		EditionDiff diff = new EditionDiff(before, after);
		diff.edition();
		diff.patientGroups();
		FollowUpDiff.between(before.followUpSettings(), after.followUpSettings()).forEach(diff::add);
		diff.chapters();
		List<EditionChange> inChapters = new ArrayList<>(diff.requirements());
		inChapters.addAll(DatumDiff.between(before, after));
		List<String> order = diff.chapterIds();
		inChapters.sort(Comparator.comparingInt((change) -> order.indexOf(change.chapter())));
		diff.changes.addAll(inChapters);
		return List.copyOf(diff.changes);
	}

	private void edition() {
		if (!this.before.from().equals(this.after.from()) || !this.before.to().equals(this.after.to())) {
			add(Messages.both("diff.in-force", Days.both(this.before.from()), Days.both(this.before.to()),
					Days.both(this.after.from()), Days.both(this.after.to())));
		}
		if (!this.before.title().equals(this.after.title())) {
			add(Messages.both("diff.edition-title", this.before.title(), this.after.title()));
		}
		if (!Objects.equals(this.before.note(), this.after.note())) {
			add(Messages.both("diff.note"));
		}
		if (this.before.smallestGroup() != this.after.smallestGroup()) {
			add(Messages.both("diff.smallest-group", this.before.smallestGroup(), this.after.smallestGroup()));
		}
	}

	private void patientGroups() {
		Map<Integer, Bilingual> earlier = new LinkedHashMap<>();
		this.before.patientGroups().forEach((group) -> earlier.put(group.id(), group.title()));
		for (PatientGroup group : this.after.patientGroups()) {
			Bilingual title = earlier.remove(group.id());
			if (title == null) {
				add(Messages.both("diff.group-new", group.id(), group.title()));
			}
			else if (!title.equals(group.title())) {
				add(Messages.both("diff.group", group.id(), title, group.title()));
			}
		}
		earlier.forEach((id, title) -> add(Messages.both("diff.group-gone", id, title)));
	}

	private void chapters() {
		Map<String, Chapter> earlier = new LinkedHashMap<>();
		this.before.chapters().forEach((chapter) -> earlier.put(chapter.id(), chapter));
		for (Chapter is : this.after.chapters()) {
			Chapter was = earlier.remove(is.id());
			if (was == null) {
				add(Messages.both("diff.chapter-new", is.title()));
			}
			else {
				if (!was.title().equals(is.title())) {
					add(Messages.both("diff.chapter", was.title(), is.title()));
				}
				if (was.part() != is.part()) {
					add(Messages.both("diff.chapter-part", is.title(), Messages.both("word." + was.part().word()),
							Messages.both("word." + is.part().word())));
				}
			}
		}
		earlier.values().forEach((chapter) -> add(Messages.both("diff.chapter-gone", chapter.title())));
	}

	private List<EditionChange> requirements() {
		List<EditionChange> found = new ArrayList<>();
		Map<String, Requirement> continued = new HashMap<>();
		this.after.requirements().forEach((id, is) -> {
			Requirement was = before(is);
			if (was != null) {
				continued.put(was.id(), is);
			}
		});
		this.after.requirements().forEach((id, is) -> {
			Requirement was = before(is);
			if (was == null) {
				found.add(RequirementDiff.added(this.after, is));
			}
			else {
				found.addAll(RequirementDiff.between(this.before, was, this.after, is));
			}
		});
		this.before.requirements()
			.values()
			.stream()
			.filter((was) -> !continued.containsKey(was.id()))
			.forEach((was) -> found.add(RequirementDiff.gone(was)));
		return found;
	}

	/** What a requirement continues, or what had its id. */
	private @Nullable Requirement before(Requirement is) {
		Requirement continued = this.before.id().equals(this.after.id()) ? null
				: this.before.requirements().get(Objects.requireNonNullElse(is.continues(), ""));
		if (continued != null) {
			return continued;
		}
		boolean taken = this.after.requirements()
			.values()
			.stream()
			.anyMatch((other) -> other != is && is.id().equals(other.continues()));
		return taken ? null : this.before.requirements().get(is.id());
	}

	private List<String> chapterIds() {
		List<String> ids = new ArrayList<>(this.after.chapters().stream().map(Chapter::id).toList());
		this.before.chapters().stream().map(Chapter::id).filter((id) -> !ids.contains(id)).forEach(ids::add);
		return ids;
	}

	private void add(Bilingual sentence) {
		this.changes.add(new EditionChange(ChangeKind.EDITION, "", "", sentence));
	}

}
