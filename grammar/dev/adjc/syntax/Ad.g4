/*
 * The .ad language.
 *
 * Every decision needs one token, and every chain of one precedence is a loop, not a recursion: reading takes time in
 * proportion to the text, and only brackets and inner `if`s make the parser's stack grow (NestingParser counts them).
 * What other languages write differently (`**`, `&&`, `.5`) is mended between lexer and parser, in Lexing.
 */
grammar Ad;

options { superClass = NestingParser; }

// ---- files and declarations

unit : packageDeclaration? importDeclaration* declaration* EOF ;

packageDeclaration : PACKAGE path ';' ;

importDeclaration : IMPORT path ';' ;

path : word ('.' word)* ;

declaration : function | extern ;

function : FUNCTION word '(' parameters? ')' '->' output (',' output)* block ;

extern : EXTERN FUNCTION word '(' parameters? ')' '=' STRING (';' | partials) ;

partials : '{' partial* '}' ;

// `d x = …;`
partial : NAME NAME '=' expression ';' ;

parameters : parameter (',' parameter)* ;

parameter : (CONST | INT)? NAME sizes? ;

output : NAME sizes? ;

sizes : '[' expression (',' expression)* ']' ;

// functions are a namespace of their own, in which the names of reductions are free
word : NAME | REDUCTION ;

// ---- statements

block : '{' statement* '}' ;

statement : definition | callDefinition | loop | require ;

definition : target '=' value ';' ;

callDefinition : '(' target (',' target)* ')' '=' word arguments ';' ;

loop : FOR NAME IN range block ;

require : REQUIRE disjunction ':' STRING ';' ;

target : NAME ('[' targetIndex (',' targetIndex)* ']')? ;

targetIndex : binder | ':' ;

binder : NAME (IN range)? ;

range : sum ('..<' | '..') sum ;

value : array | expression ;

array : '[' value (',' value)* ']' ;

// ---- expressions, from the loosest to the tightest

expression : conditional | disjunction ;

// a chain of `else if` is a loop: an `if` after `else` always belongs to it
conditional : IF disjunction THEN expression ELSE (IF disjunction THEN expression ELSE)* disjunction ;

disjunction : conjunction (OR conjunction)* ;

conjunction : negation (AND negation)* ;

negation : NOT* comparison ;

// more than one relation, and `=`, are read in order to be answered with a sentence of their own
comparison : sum (relation sum)* ;

relation : '<' | '<=' | '>' | '>=' | '==' | '!=' | '=' ;

sum : product (('+' | '-') product)* ;

product : operand (('*' | '/') operand)* ;

// `-x^2` is -(x^2), `2^-x` and `a^b^c` group to the right
operand : power ('^' power)* ;

power : ('+' | '-')* primary ;

primary
    : NUMBER
    | PI
    | INF
    | '(' expression ')'
    | NAME (arguments | subscripts)?
    | REDUCTION (arguments | '[' binder (',' binder)* ']' '(' expression ')')
    ;

arguments : '(' (expression (',' expression)*)? ')' ;

subscripts : '[' subscript (',' subscript)* ']' ;

subscript : expression | ':' ;

// ---- words

PACKAGE : 'package' ;
IMPORT : 'import' ;
FUNCTION : 'function' ;
EXTERN : 'extern' ;
CONST : 'const' ;
INT : 'int' ;
FOR : 'for' ;
IN : 'in' ;
REQUIRE : 'require' ;
IF : 'if' ;
THEN : 'then' ;
ELSE : 'else' ;
AND : 'and' ;
OR : 'or' ;
NOT : 'not' ;
PI : 'pi' ;
INF : 'inf' ;

REDUCTION : 'sum' | 'prod' | 'min' | 'max' | 'mean' | 'logsumexp' | 'norm' ;

// combining marks are let in, since form NFC joins most of them to their letter; Lexing refuses the rest
NAME : [\p{L}_] [\p{L}_0-9\u2080-\u2089\p{Mn}\p{Mc}]* ;

NUMBER : DIGIT+ ('.' DIGIT+)? ([eE] [+\-]? DIGIT+)? ;

STRING : '"' TEXT* '"' ;
UNCLOSED_STRING : '"' TEXT* '\\'? ;

fragment DIGIT : [0-9] ;
fragment TEXT : ~["\\\r\n] | '\\' ~[\r\n] ;

// ---- signs

SEMICOLON : ';' ;
COMMA : ',' ;
COLON : ':' ;
POINT : '.' ;
OPEN : '(' ;
CLOSE : ')' ;
OPEN_SQUARE : '[' ;
CLOSE_SQUARE : ']' ;
OPEN_CURLY : '{' ;
CLOSE_CURLY : '}' ;
ARROW : '->' ;
TO_BEFORE : '..<' ;
TO : '..' ;
EQUALS : '=' ;
LESS : '<' ;
LESS_OR_EQUAL : '<=' ;
GREATER : '>' ;
GREATER_OR_EQUAL : '>=' ;
EQUAL : '==' ;
NOT_EQUAL : '!=' ;
PLUS : '+' ;
MINUS : '-' ;
TIMES : '*' ;
DIVIDE : '/' ;
POWER : '^' ;

// ---- what lies between

COMMENT : '/*' INSIDE* '*'+ '/' -> channel(HIDDEN) ;
UNCLOSED_COMMENT : '/*' INSIDE* '*'* -> channel(HIDDEN) ;
LINE_COMMENT : '//' ~[\r\n]* -> channel(HIDDEN) ;

fragment INSIDE : ~'*' | '*'+ ~[*/] ;

BLANK : [ \t\r\n\f]+ -> skip ;

// ---- what is no part of the language: Lexing replaces each of these by what was meant, or answers it

FOREIGN : '**' | ':=' | '&&' | '||' | '===' | '!==' | '<>' | '=>' | '+=' | '-=' | '*=' | '/=' | '^=' ;
HASH : '#' ~[\r\n]* ;
OTHER : . ;
