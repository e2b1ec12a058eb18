/**
 * What the operator and the machines that watch over the service can see of it.
 */
@NullMarked
package se.uppdragskollen.operation.health;

import org.jspecify.annotations.NullMarked;
