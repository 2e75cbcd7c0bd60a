"""Reads the scalar part of the .ad language into nested tuples; functions with arrays are passed over."""

import re
from dataclasses import dataclass

TOKEN = re.compile(
    r"\s+|//[^\n]*|/\*.*?\*/"
    r"|(?P<string>\"[^\"]*\")|(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|(?P<name>[^\W\d][\w₀-₉]*)"
    r"|(?P<sign>->|<=|>=|==|!=|[-+*/^<>=(),;:{}.\[\]])",
    re.S,
)


@dataclass
class Function:
    name: str
    parameters: list  # (name, kind) with kind "active", "const" or "int"
    outputs: list
    statements: list


class Reader:
    def __init__(self, text):
        self.tokens, at = [], 0
        while at < len(text):
            match = TOKEN.match(text, at)
            if not match:
                raise SyntaxError(f"what is this: {text[at:at + 20]!r}")
            if match.lastgroup:
                self.tokens.append(match.group())
            at = match.end()
        self.at = 0

    def see(self, *texts):
        return self.at < len(self.tokens) and self.tokens[self.at] in texts

    def next(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def take(self, text):
        if not self.see(text):
            raise SyntaxError(f"wanted {text!r}, found {' '.join(self.tokens[self.at:self.at + 8])!r}")
        return self.next()

    def until(self, end, item):
        items = []
        while not self.see(end):
            items.append(item())
            if self.see(","):
                self.next()
        self.take(end)
        return items

    def file(self):
        imports, functions = [], {}
        while self.at < len(self.tokens):
            head = self.next()
            if head in ("package", "import"):
                path = []
                while not self.see(";"):
                    path.append(self.next())
                self.take(";")
                if head == "import":
                    imports.append("".join(path))
            elif head == "extern":
                self.take("function")
                function = self.extern()
                functions[function.name] = function
            elif head == "function" and "[" in self.tokens[self.at : self.end()]:
                self.at = self.end()
            elif head == "function":
                function = self.function()
                functions[function.name] = function
            else:
                raise SyntaxError(f"no function begins with {head!r}")
        return imports, functions

    def end(self):
        """Where the function is over that begins here."""
        depth, at = 1, self.tokens.index("{", self.at) + 1
        while depth:
            depth += {"{": 1, "}": -1}.get(self.tokens[at], 0)
            at += 1
        return at

    def parameter(self):
        kind = self.next() if self.see("const", "int") else "active"
        return self.next(), kind

    def extern(self):
        name = self.next()
        self.take("(")
        parameters = self.until(")", self.parameter)
        self.take("=")
        java = self.next().strip('"')
        rules = {}
        if self.see("{"):
            self.next()
            while not self.see("}"):
                self.take("d")
                key = self.next()
                self.take("=")
                rules[key] = self.expression()
                self.take(";")
            self.take("}")
        else:
            self.take(";")
        return Extern(name, parameters, java, rules)

    def function(self):
        name = self.next()
        self.take("(")
        parameters = self.until(")", self.parameter)
        self.take("->")
        outputs = self.until("{", self.next)
        return Function(name, parameters, outputs, self.until_statements())

    def until_statements(self):
        statements = []
        while not self.see("}"):
            if self.see("require"):
                self.next()
                condition = self.condition()
                message = self.next() and self.next()
                statements.append(("require", condition, message))
            else:
                targets = [self.next()] if not self.see("(") else (self.next(), self.until(")", self.next))[1]
                self.take("=")
                statements.append(("set", targets, self.expression()))
            self.take(";")
        self.take("}")
        return statements

    def expression(self):
        if self.see("if"):
            self.next()
            condition = self.condition()
            self.take("then")
            then = self.expression()
            self.take("else")
            return ("if", condition, then, self.expression())
        return self.chain(("+", "-"), lambda: self.chain(("*", "/"), self.unary))

    def chain(self, signs, operand):
        left = operand()
        while self.see(*signs):
            left = ("apply", self.next(), [left, operand()])
        return left

    def unary(self):
        if self.see("-"):
            self.next()
            return ("apply", "neg", [self.unary()])
        if self.see("+"):
            self.next()
            return self.unary()
        return self.power()

    def power(self):
        base = self.primary()
        if not self.see("^"):
            return base
        self.next()
        exponent = self.unary()
        plain = _integer_literal(exponent)
        return ("apply", "pow", [base, exponent]) if plain is None else ("literal power", base, plain)

    def primary(self):
        token = self.next()
        if token == "(":
            inner = self.expression()
            self.take(")")
            return inner
        if token[0].isdigit():
            return ("literal", token)
        if self.see("("):
            self.next()
            return ("call", token, self.until(")", self.expression))
        return ("name", token)

    def condition(self):
        return self.logic("or", lambda: self.logic("and", self.negation))

    def logic(self, word, part):
        left = part()
        while self.see(word):
            left = (self.next(), left, part())
        return left

    def negation(self):
        if self.see("not"):
            self.next()
            return ("not", self.negation())
        left = self.expression()
        return ("compare", self.next(), left, self.expression())


def _integer_literal(tree):
    if tree[0] == "literal" and tree[1].isdigit():
        return int(tree[1])
    if tree[0] == "apply" and tree[1] == "neg":
        inner = _integer_literal(tree[2][0])
        return None if inner is None else -inner
    return None


@dataclass
class Extern:
    """A Java method of java.lang.Math that mpmath has too, with its rules."""

    name: str
    parameters: list
    java: str
    rules: dict
