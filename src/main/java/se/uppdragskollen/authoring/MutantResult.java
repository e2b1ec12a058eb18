package se.uppdragskollen.authoring;

import org.jspecify.annotations.Nullable;

/**
 * What became of a mutant.
 *
 * @param mutant the mutant
 * @param noticedBy the first case that no longer passes, null when all do
 * @param explanation why no case can notice it, as the edition's authors say; null when
 * they say nothing
 */
public record MutantResult(Mutant mutant, @Nullable Case noticedBy, @Nullable String explanation) {

	/** Whether no case notices it and nobody says why. */
	public boolean survives() {
		return this.noticedBy == null && this.explanation == null;
	}

}
