-- What is left in files that were another database's once.
USE warehouse
GO
SET ANSI_NULLS ON
GO
CREATE TABLE [dbo].[Sales Order] (
  [Id] [int] IDENTITY(1,1) NOT NULL,
  [Note] [nvarchar](max) NULL,
  [Price] [decimal](18, 2) NOT NULL,
  CONSTRAINT [PK_Sales] PRIMARY KEY CLUSTERED ([Id] ASC) WITH (PAD_INDEX = OFF) ON [PRIMARY]
) ON [PRIMARY]
GO
CREATE TABLE `shop`.`items` (
  `id` int(11) NOT NULL AUTO_INCREMENT,
  `name` varchar(10) DEFAULT NULL COMMENT 'from MySQL',
  `ratio` double(10,2),
  PRIMARY KEY (`id`),
  KEY `by_name` (`name`(5)),
  UNIQUE KEY `one_name` (`name`, `ratio`)
) ENGINE=InnoDB DEFAULT CHARSET=utf8;
# a comment of MySQL
// a comment of nobody
CREATE TABLE oracle_like (id NUMBER(10) NOT NULL, name VARCHAR2(40 CHAR), made DATE)
/
CREATE TABLE plain (id INT);
CREATE TABLE odd_words (
  index NVARCHAR2(10),
  key NUMBER(*,0),
  seen TIMESTAMP WITH TIMEZONE,
  flag CHAR(1) CHARACTER SET LATIN NOT CASESPECIFIC NOT NULL,
  size INT UNSIGNED NOT NULL
);
