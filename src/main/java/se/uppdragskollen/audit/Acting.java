package se.uppdragskollen.audit;

/**
 * Somebody who does something.
 */
public interface Acting {

	/** The name in the log of who did what: an id, never a person's name. */
	String auditName();

}
