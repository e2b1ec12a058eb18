package se.uppdragskollen.document;

/**
 * A constant with the word that stands for it in files.
 */
public interface Word {

	String word();

}
