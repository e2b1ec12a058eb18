package se.uppdragskollen.web.keep;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler whose page can be had as PDF and Excel too: {@code ?as=pdf},
 * {@code ?as=xlsx}. It is the same handler, so the same people may have it, and the same
 * content. What stands on the page only to be pressed is marked {@code screen-only};
 * forms, buttons and navigation are left out without being marked.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Keepable {

}
