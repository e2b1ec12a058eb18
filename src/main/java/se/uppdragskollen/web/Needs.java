package se.uppdragskollen.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import se.uppdragskollen.access.Act;

/**
 * What somebody must be allowed to do, for some unit at least, to be heard at all. Which
 * units it is allowed for is asked by the use case. A handler without this and without
 * {@link Open} refuses everybody.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

	/** Any one of these is enough. */
	Act[] value();

}
