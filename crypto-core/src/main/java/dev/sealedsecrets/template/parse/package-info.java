/** Template text to tree: lexer, nodes, parser, and the normal form of nodes that error texts quote. */
@NullMarked
package dev.sealedsecrets.template.parse;

import org.jspecify.annotations.NullMarked;
